/** Which addresses webhooks may be sent to. */
@NullMarked
package io.signalbox.gateway.webhook;

import org.jspecify.annotations.NullMarked;
