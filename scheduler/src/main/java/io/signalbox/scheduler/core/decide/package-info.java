/**
 * What follows from each command: one class for each duty, all of them on one memory, within one batch.
 */
@NullMarked
package io.signalbox.scheduler.core.decide;

import org.jspecify.annotations.NullMarked;
