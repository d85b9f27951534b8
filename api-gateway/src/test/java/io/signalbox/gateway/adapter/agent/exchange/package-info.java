/** Requests of agents and the answers to them. */
@NullMarked
package io.signalbox.gateway.adapter.agent.exchange;

import org.jspecify.annotations.NullMarked;
