/** The keyboard and signals of whoever typed the command. */
@NullMarked
package io.signalbox.cli.adapter.terminal;

import org.jspecify.annotations.NullMarked;
