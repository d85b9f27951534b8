package io.signalbox.gateway.adapter.webhook;

import java.io.IOException;

/** A name leads only to addresses that webhooks must not be sent to. */
final class ClosedAddress extends IOException {
    private static final long serialVersionUID = 1L;

    ClosedAddress() {
        super(
                "its address is private, loopback, link-local or reserved, and not allowed by signalbox.webhooks.allowed-networks");
    }
}
