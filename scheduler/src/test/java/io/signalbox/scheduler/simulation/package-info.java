/**
 * Seeded histories of schedulers, relays and runners with loss, repetition, reordering, crashes and take-overs between any two steps, and a
 * checker that knows what must hold. {@code bin/simulate} runs them.
 */
@NullMarked
package io.signalbox.scheduler.simulation;

import org.jspecify.annotations.NullMarked;
