/** The only place that puts the commands together: options, variables, adapters, exit codes. */
@NullMarked
package io.signalbox.cli.config;

import org.jspecify.annotations.NullMarked;
