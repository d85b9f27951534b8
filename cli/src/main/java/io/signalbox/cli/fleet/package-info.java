/** Commands about runners: which there are, what they do, and whether they take tasks. */
@NullMarked
package io.signalbox.cli.fleet;

import org.jspecify.annotations.NullMarked;
