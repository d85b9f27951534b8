/** What is tried next, and how it is signed. */
@NullMarked
package io.signalbox.gateway.webhook.sending;

import org.jspecify.annotations.NullMarked;
