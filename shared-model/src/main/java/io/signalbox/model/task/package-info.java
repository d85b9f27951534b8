/**
 * What a task is to the system: its states, the terms on which it may run, and why it ended.
 */
@NullMarked
package io.signalbox.model.task;

import org.jspecify.annotations.NullMarked;
