/** Tests of {@code io.signalbox.gateway.relay.condition}. */
@NullMarked
package io.signalbox.gateway.relay.condition;

import org.jspecify.annotations.NullMarked;
