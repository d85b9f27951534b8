package io.signalbox.gateway.webhook;

import java.net.URI;
import java.util.List;

/**
 * What is to be told where.
 *
 * @param name for people
 * @param url where to
 * @param types which types of events; empty: all
 */
public record Target(String name, URI url, List<String> types) {
    public Target {
        types = List.copyOf(types);
    }
}
