/**
 * The scheduler's metrics in Micrometer. Names and descriptions come from
 * {@link io.signalbox.scheduler.loop.measure.SchedulerMetric}.
 */
@NullMarked
package io.signalbox.scheduler.adapter.micrometer;

import org.jspecify.annotations.NullMarked;
