/** Measures the scheduler's core with JMH: behind {@code bin/bench core}. */
@NullMarked
package io.signalbox.corebench;

import org.jspecify.annotations.NullMarked;
