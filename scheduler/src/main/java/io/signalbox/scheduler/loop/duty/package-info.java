/**
 * How the scheduler's chores are kept going: each in a thread of its own, again and again, until it is told to stop. What
 * a chore does stands in the packages beside this one.
 */
@NullMarked
package io.signalbox.scheduler.loop.duty;

import org.jspecify.annotations.NullMarked;
