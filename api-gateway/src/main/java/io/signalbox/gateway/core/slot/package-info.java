/**
 * What a relay knows of one slot of a runner, and what can happen to it: plain values, without clock, store or connection. The
 * decisions about them are in {@code core.decision}.
 */
@NullMarked
package io.signalbox.gateway.core.slot;

import org.jspecify.annotations.NullMarked;
