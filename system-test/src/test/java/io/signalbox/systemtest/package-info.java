/** Tests over real processes: several of them together, on a real broker and store. */
@NullMarked
package io.signalbox.systemtest;

import org.jspecify.annotations.NullMarked;
