/** The only place that puts the runner together: command line, environment, adapters, signals, start and end in a written order. */
@NullMarked
package io.signalbox.runner.config;

import org.jspecify.annotations.NullMarked;
