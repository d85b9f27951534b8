/**
 * Beats: each stored sync is a sign of life of its slot, and only a stored one counts (C7). One bulk write a second serves all of them;
 * those that a claim depends on are written at once.
 */
@NullMarked
package io.signalbox.gateway.relay.beat;

import org.jspecify.annotations.NullMarked;
