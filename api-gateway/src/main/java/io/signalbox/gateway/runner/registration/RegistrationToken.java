package io.signalbox.gateway.runner.registration;

import io.signalbox.gateway.access.AddressRange;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A registration token as a policy.
 *
 * @param id its id
 * @param pool which its runners join
 * @param tags the only ones that they may claim; nothing: any
 * @param projects which they serve; empty: all
 * @param addresses ranges from which they register; empty: any
 */
public record RegistrationToken(
        String id,
        PoolName pool,
        Optional<Set<String>> tags,
        List<ProjectName> projects,
        List<AddressRange> addresses) {

    /** Whether a runner may register from this address. */
    boolean admits(String address) {
        return addresses.isEmpty() || addresses.stream().anyMatch(range -> range.contains(address));
    }
}
