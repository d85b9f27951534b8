/** How a command ends: its exit code, and the one line that says why it failed. */
@NullMarked
package io.signalbox.cli.failure;

import org.jspecify.annotations.NullMarked;
