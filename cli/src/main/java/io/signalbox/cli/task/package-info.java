/** Commands about tasks that are there: list, show, explain, cancel, retry, read their logs. */
@NullMarked
package io.signalbox.cli.task;

import org.jspecify.annotations.NullMarked;
