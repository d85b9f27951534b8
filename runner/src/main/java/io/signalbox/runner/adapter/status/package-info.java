/** Tells what the running process does: a file below the home, and figures for Prometheus on the loopback address. */
@NullMarked
package io.signalbox.runner.adapter.status;

import org.jspecify.annotations.NullMarked;
