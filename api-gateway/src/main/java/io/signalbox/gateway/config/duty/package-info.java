/** What the gateway does again and again, for as long as it runs. */
@NullMarked
package io.signalbox.gateway.config.duty;

import org.jspecify.annotations.NullMarked;
