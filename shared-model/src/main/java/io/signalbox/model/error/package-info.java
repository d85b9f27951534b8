/**
 * Every error that a caller can see, with a stable code, a kind and whether repeating can help.
 */
@NullMarked
package io.signalbox.model.error;

import org.jspecify.annotations.NullMarked;
