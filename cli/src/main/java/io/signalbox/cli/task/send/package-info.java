/** Sending a folder along with a task: what is in it, which pieces of it are new, and these pieces. */
@NullMarked
package io.signalbox.cli.task.send;

import org.jspecify.annotations.NullMarked;
