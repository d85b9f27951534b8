/** Contact with the relay as a time limit on work (C9): when the last good sync was sent, by both clocks of the machine, and whether that is too long ago. */
@NullMarked
package io.signalbox.runner.contact;

import org.jspecify.annotations.NullMarked;
