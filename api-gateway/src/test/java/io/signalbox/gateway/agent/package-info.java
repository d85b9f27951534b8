/** The agents' protocol over real HTTPS: scripted agents, ours and official, against a running gateway. */
@NullMarked
package io.signalbox.gateway.agent;

import org.jspecify.annotations.NullMarked;
