/** Submitting a task: from the words of a command line to the body of a request. */
@NullMarked
package io.signalbox.cli.task.submit;

import org.jspecify.annotations.NullMarked;
