/** Schedulers, relays, runners, store and messages, each of which may fail between any two steps. */
@NullMarked
package io.signalbox.scheduler.simulation.world;

import org.jspecify.annotations.NullMarked;
