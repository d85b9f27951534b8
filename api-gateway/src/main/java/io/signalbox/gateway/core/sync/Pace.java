package io.signalbox.gateway.core.sync;

import io.signalbox.gateway.core.slot.Protocol;
import io.signalbox.gateway.core.slot.Reply;
import io.signalbox.gateway.core.slot.SlotSync;
import java.time.Duration;

/** When a slot is to sync again. Ours does it at once and is held instead; official agents are held for a short while, and pause. */
public final class Pace {
    /** With the round trip of a sync, an official agent picks a task up within a second. */
    private static final Duration OFFICIAL = Duration.ofMillis(800);
    /**
     * How long the sync of an idle official agent is held. It has one sync at a time: told to end, it can say so only afterwards; and it gives
     * a sync up after 30 s.
     */
    public static final Duration OFFICIAL_HELD = Duration.ofSeconds(3);
    /** Zero would mean 3 to 6 s to an official agent. */
    private static final Duration ANEW = Duration.ofMillis(10);

    /** An official agent's cancelled answer may still be on its way into it for this long (C2). */
    public static final Duration IN_FLIGHT = Duration.ofSeconds(2);

    private Pace() {}

    /** With nothing to do. */
    public static Reply usual(Protocol protocol) {
        return new Reply.Continue(protocol == Protocol.OFFICIAL ? OFFICIAL : Duration.ZERO);
    }

    /** For an official agent that was held until something came for it. */
    public static Reply anew() {
        return new Reply.Continue(ANEW);
    }

    /** With nothing to do, once its sync is stored: to go, if nothing keeps it. */
    public static Reply after(SlotSync sync) {
        return sync.waits() && sync.leave().isPresent()
                ? new Reply.Leave(sync.leave().get())
                : usual(sync.protocol());
    }

    /** For an official agent that another gateway may have answered just now. */
    public static Reply cautious(Protocol protocol) {
        return new Reply.Continue(protocol == Protocol.OFFICIAL ? IN_FLIGHT : Duration.ZERO);
    }
}
