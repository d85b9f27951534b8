/** What is refused, as it is gathered and kept. */
@NullMarked
package io.signalbox.gateway.relay.refusal;

import org.jspecify.annotations.NullMarked;
