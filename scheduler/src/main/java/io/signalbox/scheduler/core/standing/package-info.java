/** How a runner stands: whether it is there, and whether it is trusted with tasks. */
@NullMarked
package io.signalbox.scheduler.core.standing;

import org.jspecify.annotations.NullMarked;
