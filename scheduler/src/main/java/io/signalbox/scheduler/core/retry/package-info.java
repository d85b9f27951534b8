/**
 * What becomes of a task whose attempt ended: an end, or a further attempt and when.
 */
@NullMarked
package io.signalbox.scheduler.core.retry;

import org.jspecify.annotations.NullMarked;
