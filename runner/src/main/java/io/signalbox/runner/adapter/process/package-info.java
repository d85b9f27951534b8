/** Tasks as processes: a bash per shell, what it is started with, and how it and everything it started are ended. */
@NullMarked
package io.signalbox.runner.adapter.process;

import org.jspecify.annotations.NullMarked;
