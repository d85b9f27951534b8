package io.signalbox.gateway.relay.bell;

import io.signalbox.model.id.RunnerId;
import io.signalbox.model.message.RunnerPresence;
import java.util.List;
import java.util.Optional;

/** The runners that this relay holds, as it tells of them. Thread-safe; does no I/O. */
public interface Presences {

    /** All of them. */
    List<RunnerPresence> all();

    /** One of them, if it is here. */
    Optional<RunnerPresence> presenceOf(RunnerId runner);
}
