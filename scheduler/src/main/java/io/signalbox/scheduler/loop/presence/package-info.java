/**
 * What the scheduler decides about runners: kept in {@code runner_states} and told in the feed (C19).
 */
@NullMarked
package io.signalbox.scheduler.loop.presence;

import org.jspecify.annotations.NullMarked;
