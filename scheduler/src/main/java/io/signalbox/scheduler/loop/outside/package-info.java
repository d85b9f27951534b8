/**
 * The loop's side of the bus: what relays are told, what they and clients tell, and what live views hear.
 */
@NullMarked
package io.signalbox.scheduler.loop.outside;

import org.jspecify.annotations.NullMarked;
