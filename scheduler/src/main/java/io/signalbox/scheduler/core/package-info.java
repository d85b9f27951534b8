/**
 * The scheduler's deterministic core: {@code (state, commands, now) -> changes + effects}. It knows no clock, thread, random number, store
 * or broker. {@link io.signalbox.scheduler.core.Command} is everything that can happen to it, {@link io.signalbox.scheduler.core.Decision}
 * everything that it can want.
 */
@NullMarked
package io.signalbox.scheduler.core;

import org.jspecify.annotations.NullMarked;
