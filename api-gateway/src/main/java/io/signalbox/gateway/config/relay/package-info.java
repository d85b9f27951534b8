/** Puts the relay together: its stores, its sessions, its duties, and the servlets of the agents' protocol. */
@NullMarked
package io.signalbox.gateway.config.relay;

import org.jspecify.annotations.NullMarked;
