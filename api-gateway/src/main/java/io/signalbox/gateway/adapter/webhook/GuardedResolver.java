package io.signalbox.gateway.adapter.webhook;

import io.signalbox.gateway.webhook.AddressRule;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;

/**
 * Looks a host up once and leaves only what is admitted: the client connects to one of these very addresses, so that a name that means another
 * one a moment later (DNS rebinding) gains nothing.
 *
 * @param rule admits
 * @param lookup asks the system
 * @param threads look up, which blocks
 */
record GuardedResolver(AddressRule rule, Lookup lookup, Executor threads) implements SocketAddressResolver {

    /** Finds the addresses of a name. */
    @FunctionalInterface
    interface Lookup {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    @Override
    public void resolve(String host, int port, Map<String, Object> context, Promise<List<InetSocketAddress>> promise) {
        threads.execute(() -> {
            try {
                List<InetSocketAddress> admitted = Stream.of(lookup.of(host))
                        .filter(rule::admits)
                        .map(address -> new InetSocketAddress(address, port))
                        .toList();
                if (admitted.isEmpty()) {
                    promise.failed(new ClosedAddress());
                } else {
                    promise.succeeded(admitted);
                }
            } catch (UnknownHostException | RuntimeException e) {
                promise.failed(e);
            }
        });
    }
}
