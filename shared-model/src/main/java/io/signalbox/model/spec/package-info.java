/**
 * What a user asks for: the task specification as submitted, its defaults, its limits and the rules that it must keep.
 */
@NullMarked
package io.signalbox.model.spec;

import org.jspecify.annotations.NullMarked;
