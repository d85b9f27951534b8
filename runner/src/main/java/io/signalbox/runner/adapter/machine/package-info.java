/** The machine and the process that the runner is: what they are called, signals, and a clock that calls back. */
@NullMarked
package io.signalbox.runner.adapter.machine;

import org.jspecify.annotations.NullMarked;
