package io.signalbox.faults.core.plan;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What can happen. Each ends after a while: what was killed is started again, what was cut is joined. */
public enum FaultKind {
    KILL_GATEWAY("kill -9 of a gateway", Aim.GATEWAY),
    KILL_SCHEDULER("kill -9 of a scheduler", Aim.SCHEDULER),
    KILL_RUNNER("kill -9 of a runner", Aim.RUNNER),
    KILL_BROKER("kill -9 of RabbitMQ", Aim.BROKER),
    KILL_STORE("kill -9 of MongoDB", Aim.STORE),
    PAUSE_GATEWAY("a gateway is frozen (SIGSTOP)", Aim.GATEWAY),
    PAUSE_SCHEDULER("a scheduler is frozen", Aim.SCHEDULER),
    PAUSE_RUNNER("a runner is frozen, its tasks are not", Aim.RUNNER),
    PAUSE_BROKER("RabbitMQ is frozen", Aim.BROKER),
    PAUSE_STORE("MongoDB is frozen", Aim.STORE),
    STOP_BROKER("RabbitMQ is stopped in order", Aim.BROKER),
    STOP_STORE("MongoDB is stopped in order", Aim.STORE),
    BLOCK_BROKER("RabbitMQ takes nothing from publishers: its memory is short", Aim.BROKER),
    POISON("messages that nobody understands", Aim.BROKER),
    CUT("connections are reset and refused", Aim.LINES),
    DELAY("everything on a line comes late", Aim.LINES),
    HALF_OPEN(
            "a line takes everything and passes nothing on, both ways; afterwards its connections are dead", Aim.LINES),
    DROP_REQUESTS("nothing passes in the direction of who was called, until it all comes at once", Aim.LINES),
    DROP_ANSWERS("nothing passes in the direction of who called, until it all comes at once", Aim.LINES),
    FULL_DISK("the disk of a runner is full", Aim.SMALL_DISK),
    FULL_STORE("the disk of MongoDB is full", Aim.STORE),
    WRONG_CLOCK("a process is restarted with a clock that is 40 minutes slow", Aim.SERVICE),
    ROLLING_RESTART("everything of ours is restarted in order, one half after the other", Aim.EVERYTHING);

    private final String description;
    private final Aim aim;

    FaultKind(String description, Aim aim) {
        this.description = description;
        this.aim = aim;
    }

    /** What happens, for people. */
    public String description() {
        return description;
    }

    /** To whom it can happen; of a line, the beginning of its name. */
    public List<String> targets() {
        return aim.targets();
    }

    /** Its name on the command line. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of this name. */
    public static FaultKind of(String wire) {
        return Stream.of(values())
                .filter(kind -> kind.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown fault '" + wire + "'; --list names all"));
    }
}
