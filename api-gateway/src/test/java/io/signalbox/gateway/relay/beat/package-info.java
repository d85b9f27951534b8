/** How beats are gathered, with a store played by the test. */
@NullMarked
package io.signalbox.gateway.relay.beat;

import org.jspecify.annotations.NullMarked;
