/** Questions to the leading scheduler, whose memory alone knows the answers: they go and come over the bus. */
@NullMarked
package io.signalbox.gateway.leader;

import org.jspecify.annotations.NullMarked;
