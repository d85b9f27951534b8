/**
 * Which waiting task gets which free slot: tasks that want the same stand in one queue, runners that are alike form one class, and only
 * queues and classes are compared, never single tasks and slots.
 */
@NullMarked
package io.signalbox.scheduler.core.match;

import org.jspecify.annotations.NullMarked;
