/**
 * What will be, as far as recent durations tell: when a task starts, what another fleet would change, and how many slots a pool should have.
 * Pure functions of a snapshot.
 */
@NullMarked
package io.signalbox.scheduler.core.forecast;

import org.jspecify.annotations.NullMarked;
