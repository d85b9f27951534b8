/** Keeps values out of a log: every form in which a secret may be written is found in the stream of bytes and replaced before anything leaves the machine. */
@NullMarked
package io.signalbox.runner.output.mask;

import org.jspecify.annotations.NullMarked;
