/**
 * The limits that a task specification must keep, as a pure function.
 */
@NullMarked
package io.signalbox.model.rule;

import org.jspecify.annotations.NullMarked;
