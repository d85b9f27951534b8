package io.signalbox.gateway.runner.registration;

import io.signalbox.gateway.runner.Runner.Host;
import io.signalbox.gateway.runner.Runner.Manners;
import java.util.List;
import java.util.Optional;

/**
 * What a runner asks for when it introduces itself.
 *
 * @param name wished for
 * @param host its machine and process
 * @param manners how it behaves
 * @param slots how many tasks it can run at once
 * @param tags what it says that it can do
 * @param executors what it has just seen work besides its shell; empty for official agents, which cannot say
 * @param address from where it connects
 */
public record Registration(
        String name,
        Host host,
        Manners manners,
        int slots,
        List<String> tags,
        Optional<List<String>> executors,
        String address) {
    public Registration {
        tags = List.copyOf(tags);
        executors = executors.map(List::copyOf);
    }
}
