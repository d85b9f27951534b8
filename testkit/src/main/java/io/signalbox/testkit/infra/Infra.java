package io.signalbox.testkit.infra;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.net.URI;
import java.util.Map;

/**
 * The real parts that one test class has to itself: a database that no other class sees, and the broker for as long as
 * the class runs.
 *
 * @param name of the class in this run: the database's name, and a good beginning for names of queues
 * @param addresses of the parts that the class asked for
 */
public record Infra(String name, Map<Part, URI> addresses) {

    /** The store's connection string, which names the class's own database. */
    public String mongodb() {
        return address(Part.MONGODB).toString();
    }

    /** The broker's address. */
    public URI rabbitmq() {
        return address(Part.RABBITMQ);
    }

    /** The addresses as environment variables, for a process that the test starts. */
    public Map<String, String> environment() {
        return addresses.entrySet().stream()
                .collect(toUnmodifiableMap(
                        it -> it.getKey().variable(), it -> it.getValue().toString()));
    }

    private URI address(Part part) {
        var address = addresses.get(part);
        if (address == null) {
            throw new IllegalStateException(part + " is not among what @RequiresInfra of " + name + " asks for");
        }
        return address;
    }
}
