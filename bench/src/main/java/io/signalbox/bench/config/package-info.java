/** The command line of the load generator: what to measure, and where. */
@NullMarked
package io.signalbox.bench.config;

import org.jspecify.annotations.NullMarked;
