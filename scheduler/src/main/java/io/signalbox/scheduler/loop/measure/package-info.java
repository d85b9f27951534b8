/**
 * What the scheduler counts and measures: named once, in {@link io.signalbox.scheduler.loop.measure.SchedulerMetric}, and told
 * through {@link io.signalbox.scheduler.loop.measure.LoopListener} by whoever does it.
 */
@NullMarked
package io.signalbox.scheduler.loop.measure;

import org.jspecify.annotations.NullMarked;
