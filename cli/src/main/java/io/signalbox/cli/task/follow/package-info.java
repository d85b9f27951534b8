/** Following a task from its submission to its end: why it waits, what it prints, how it ended. */
@NullMarked
package io.signalbox.cli.task.follow;

import org.jspecify.annotations.NullMarked;
