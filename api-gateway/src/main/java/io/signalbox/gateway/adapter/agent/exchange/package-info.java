/** Requests of agents and the answers to them, as HTTP: what all handlers of the protocol stand on. */
@NullMarked
package io.signalbox.gateway.adapter.agent.exchange;

import org.jspecify.annotations.NullMarked;
