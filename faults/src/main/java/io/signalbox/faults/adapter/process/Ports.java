package io.signalbox.faults.adapter.process;

import io.signalbox.faults.core.plan.Site;
import io.signalbox.testkit.infra.Part;
import io.signalbox.testkit.infra.cluster.FreePort;
import io.signalbox.testkit.infra.cluster.RealParts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        List<Integer> brokers = ports(addresses.getOrDefault(Part.RABBITMQ.variable(), ""));
        for (int i = 0; i < brokers.size(); i++) {
            all.put(parts.brokers().get(i), brokers.get(i));
        }
        all.put(Site.STORE, ports(store).getFirst());
        Site.GATEWAYS.forEach(name -> all.put(name, FreePort.lasting()));
        Site.GATEWAYS.forEach(name -> management.put(name, FreePort.lasting()));
        Site.SCHEDULERS.forEach(name -> management.put(name, FreePort.lasting()));
        return new Ports(
                Map.copyOf(all),
                Map.copyOf(management),
                parts.stores().size() > 1 ? Optional.of(store) : Optional.empty());
    }

    /** The members of the broker's cluster, in their order. */
    List<String> brokers() {
        return all.keySet().stream()
                .filter(name -> name.startsWith(Site.BROKER))
                .sorted()
                .toList();
    }

    private static List<Integer> ports(String address) {
        List<Integer> ports = PORT.matcher(address)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();
        if (ports.isEmpty()) {
            throw new IllegalArgumentException("no port of this machine: " + address);
        }
        return ports;
    }
}
