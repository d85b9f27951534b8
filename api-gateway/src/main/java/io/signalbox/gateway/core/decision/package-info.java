/**
 * The relay's decisions about a slot, one class for each: {@code (slot, event, now) → slot + actions}. They are pure and total:
 * whatever arrives in whatever order has an answer, and the same history gives the same answers.
 */
@NullMarked
package io.signalbox.gateway.core.decision;

import org.jspecify.annotations.NullMarked;
