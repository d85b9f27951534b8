package io.signalbox.faults.adapter.process;

import io.signalbox.faults.core.plan.Site;
import io.signalbox.testkit.infra.Part;
import io.signalbox.testkit.infra.cluster.FreePort;
import io.signalbox.testkit.infra.cluster.RealParts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where everybody listens: the services for their callers, and for whoever asks whether they are well.
 *
 * @param all of broker, store and gateways
 * @param management of gateways and schedulers
 * @param replicas the address of a store of several members, to which no line of ours leads
 */
record Ports(Map<String, Integer> all, Map<String, Integer> management, Optional<String> replicas) {
    private static final Pattern PORT = Pattern.compile("(?:127\\.0\\.0\\.1|localhost):(\\d+)");

    /** Of the parts at these addresses, and free ones. */
    static Ports of(RealParts parts) {
        Map<String, String> addresses = parts.addresses();
        String store = addresses.getOrDefault(Part.MONGODB.variable(), "");
        Map<String, Integer> all = new HashMap<>();
        Map<String, Integer> management = new HashMap<>();
        all.put(Site.BROKER, port(addresses.getOrDefault(Part.RABBITMQ.variable(), "")));
        all.put(Site.STORE, port(store));
        Site.GATEWAYS.forEach(name -> all.put(name, FreePort.lasting()));
        Site.GATEWAYS.forEach(name -> management.put(name, FreePort.lasting()));
        Site.SCHEDULERS.forEach(name -> management.put(name, FreePort.lasting()));
        return new Ports(
                Map.copyOf(all),
                Map.copyOf(management),
                parts.stores().size() > 1 ? Optional.of(store) : Optional.empty());
    }

    private static int port(String address) {
        Matcher matcher = PORT.matcher(address);
        if (!matcher.find()) {
            throw new IllegalArgumentException("no port of this machine: " + address);
        }
        return Integer.parseInt(matcher.group(1));
    }
}
