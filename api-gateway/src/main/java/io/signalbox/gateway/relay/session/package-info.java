/**
 * The sessions of the runners at this relay. Each slot is a small actor around the pure machine of {@code core.decision}: events come from
 * requests, the bus, timers and the store, one at a time; actions go out; no thread waits and no lock is held meanwhile.
 */
@NullMarked
package io.signalbox.gateway.relay.session;

import org.jspecify.annotations.NullMarked;
