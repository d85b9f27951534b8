/**
 * How many tasks there are that have not ended, for metrics: counted in the store by the leader, so that it is true whatever memory
 * believes.
 */
@NullMarked
package io.signalbox.scheduler.loop.census;

import org.jspecify.annotations.NullMarked;
