/**
 * What a shell and the runner say to each other: the named pipes with commands and their ends, and the way of the task's output, which is a third pipe
 * or a pseudo-terminal.
 */
@NullMarked
package io.signalbox.runner.adapter.process.channel;

import org.jspecify.annotations.NullMarked;
