/** The stores that pass the real ones' contracts, as they are met when things go wrong: away, without an answer, or late. */
@NullMarked
package io.signalbox.scheduler.simulation.store;

import org.jspecify.annotations.NullMarked;
