package io.signalbox.cli.adapter.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The proxy that {@code HTTPS_PROXY} names, but for the hosts in {@code NO_PROXY}: names with their subdomains, addresses, or {@code *}. */
public final class EnvironmentProxies extends ProxySelector {
    private static final int DEFAULT_PORT = 3128;
    private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);

    private final List<Proxy> proxies;
    private final List<String> exceptions;

    /**
     * Reads the two variables.
     *
     * @throws IllegalArgumentException if {@code HTTPS_PROXY} is not the address of a proxy
     */
    public EnvironmentProxies(Map<String, String> environment) {
        this.proxies = proxies(either(environment, "HTTPS_PROXY"));
        this.exceptions = Stream.of(either(environment, "NO_PROXY").split(",", -1))
                .map(String::strip)
                .map(name -> name.startsWith(".") ? name.substring(1) : name)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static String either(Map<String, String> environment, String name) {
        return environment.getOrDefault(name, environment.getOrDefault(name.toLowerCase(Locale.ROOT), ""));
    }

    private static List<Proxy> proxies(String address) {
        if (address.isBlank()) {
            return DIRECT;
        }
        URI uri = URI.create(address.contains("://") ? address : "http://" + address);
        String host = uri.getHost();
        if (host == null) {
            throw new IllegalArgumentException("HTTPS_PROXY must be the address of a proxy, but was " + address);
        }
        int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
        return List.of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port)));
    }

    @Override
    public List<Proxy> select(URI uri) {
        return isException(uri.getHost()) ? DIRECT : proxies;
    }

    private boolean isException(@Nullable String host) {
        return host == null
                || exceptions.stream()
                        .anyMatch(name -> name.equals("*") || name.equals(host) || host.endsWith("." + name));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException cause) {
        // The call itself fails and tells it.
    }
}
