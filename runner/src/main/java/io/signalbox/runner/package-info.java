/** The agent on the user's machine: takes assignments from the relay, runs them and reports what happened. */
@NullMarked
package io.signalbox.runner;

import org.jspecify.annotations.NullMarked;
