/** How long a take-over lasts, measured over a real store: {@code bin/bench takeover}. */
@NullMarked
package io.signalbox.scheduler.takeover;

import org.jspecify.annotations.NullMarked;
