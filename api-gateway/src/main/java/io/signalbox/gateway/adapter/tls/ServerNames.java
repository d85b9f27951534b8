package io.signalbox.gateway.adapter.tls;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names and addresses under which clients reach this machine. */
public final class ServerNames {
    private ServerNames() {}

    /** All of them that are known, with that of {@code publicUrl}. */
    public static Set<String> of(@Nullable URI publicUrl) {
        Set<String> names = new LinkedHashSet<>(List.of("localhost", "127.0.0.1", "::1"));
        try {
            names.add(InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException e) {
            // A machine without a name is reached by address.
        }
        if (publicUrl != null && publicUrl.getHost() != null) {
            names.add(publicUrl.getHost());
        }
        return names;
    }
}
