package io.signalbox.runner.session;

import java.util.Optional;

/** Keeps the membership while the runner does not run. */
public interface MembershipStore {
    /** What was kept last, if anything. */
    Optional<Membership> load();

    /** Keeps it, readable by the runner's user alone. */
    void save(Membership membership);

    /** The runner has said goodbye: the relay knows its token no more. */
    void forget();
}
