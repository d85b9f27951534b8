/**
 * A task as the scheduler sees it: its state with exactly the data valid in it, its attempts, the reports about it, and the table of
 * what may follow what.
 */
@NullMarked
package io.signalbox.scheduler.core.task;

import org.jspecify.annotations.NullMarked;
