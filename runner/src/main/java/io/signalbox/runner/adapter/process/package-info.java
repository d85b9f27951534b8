/**
 * Tasks as processes: a bash per shell that reads its commands from a named pipe and tells their ends through another, the guard that kills them when
 * the runner dies, and the hunt for everything a task started.
 */
@NullMarked
package io.signalbox.runner.adapter.process;

import org.jspecify.annotations.NullMarked;
