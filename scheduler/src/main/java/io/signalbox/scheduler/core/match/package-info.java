/**
 * Which waiting task gets which free slot. Tasks that want the same with the same priority stand in one {@code WaitingQueue}, runners that
 * no demand can tell apart form one {@code RunnerClass}; only queues and classes are compared, never single tasks and slots.
 * A free slot of a class takes from the most urgent {@code Level}, there from the project whose turn it is, there the oldest task.
 */
@NullMarked
package io.signalbox.scheduler.core.match;

import org.jspecify.annotations.NullMarked;
