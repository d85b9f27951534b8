/** Webhooks of projects: who is to be told of which events, and how it stands with each receiver. */
@NullMarked
package io.signalbox.gateway.webhook;

import org.jspecify.annotations.NullMarked;
