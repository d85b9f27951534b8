/** Settings of how tasks run: hooks around them, what is kept of them, and containers. */
@NullMarked
package io.signalbox.runner.config.task;

import org.jspecify.annotations.NullMarked;
