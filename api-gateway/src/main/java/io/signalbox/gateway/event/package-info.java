/**
 * The feed of events: durable, in one order, read by cursor. Whoever was away reads on where it stopped and misses nothing; bells
 * over the bus only make waiting short.
 */
@NullMarked
package io.signalbox.gateway.event;

import org.jspecify.annotations.NullMarked;
