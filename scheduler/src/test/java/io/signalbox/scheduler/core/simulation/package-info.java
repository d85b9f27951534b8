/**
 * Seeded histories of leaders, relays and runners with loss, repetition, reordering, crashes and take-overs between any two steps, and a
 * checker that knows what must hold.
 */
@NullMarked
package io.signalbox.scheduler.core.simulation;

import org.jspecify.annotations.NullMarked;
