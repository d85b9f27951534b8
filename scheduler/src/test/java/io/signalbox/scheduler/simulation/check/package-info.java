/** What must hold in every history. */
@NullMarked
package io.signalbox.scheduler.simulation.check;

import org.jspecify.annotations.NullMarked;
