/** The command line of the fault runs: which seeds, how long, which faults. */
@NullMarked
package io.signalbox.faults.config;

import org.jspecify.annotations.NullMarked;
