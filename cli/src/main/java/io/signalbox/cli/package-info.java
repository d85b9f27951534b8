/** The command line {@code signalbox}: a client of the public API for people and their scripts. */
@NullMarked
package io.signalbox.cli;

import org.jspecify.annotations.NullMarked;
