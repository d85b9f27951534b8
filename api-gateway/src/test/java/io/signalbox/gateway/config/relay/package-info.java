/** How the relay is put together. */
@NullMarked
package io.signalbox.gateway.config.relay;

import org.jspecify.annotations.NullMarked;
