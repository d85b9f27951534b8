/** Decides from a history whether the invariants held, each by a check of its own. */
@NullMarked
package io.signalbox.faults.core.check;

import org.jspecify.annotations.NullMarked;
