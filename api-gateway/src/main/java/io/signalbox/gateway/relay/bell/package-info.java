/**
 * What the relay tells the leading scheduler. Request threads only leave a note; one thread publishes what has gathered, at most a
 * hundred entries in a message. All of it may be lost: snapshots every 10 s and the scheduler's sweep make up for it.
 */
@NullMarked
package io.signalbox.gateway.relay.bell;

import org.jspecify.annotations.NullMarked;
