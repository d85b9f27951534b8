package io.signalbox.gateway.runner.registration;

import io.signalbox.gateway.runner.Runner.Host;
import io.signalbox.gateway.runner.Runner.Manners;
import java.util.List;

/**
 * What a runner asks for when it introduces itself.
 *
 * @param name wished for
 * @param host its machine and process
 * @param manners how it wants to end
 * @param slots how many tasks it can run at once
 * @param tags what it says that it can do
 * @param address from where it connects
 */
public record Registration(String name, Host host, Manners manners, int slots, List<String> tags, String address) {
    public Registration {
        tags = List.copyOf(tags);
    }
}
