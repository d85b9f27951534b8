package io.signalbox.scheduler.core.standing;

import static io.signalbox.scheduler.core.standing.Standing.GONE;
import static io.signalbox.scheduler.core.standing.Standing.ONLINE;
import static io.signalbox.scheduler.core.standing.Standing.PROBED;
import static io.signalbox.scheduler.core.standing.Standing.SET_ASIDE;
import static io.signalbox.scheduler.core.standing.Standing.TRUSTED;
import static io.signalbox.scheduler.core.standing.Standing.UNREACHABLE;

import java.util.List;

/** The runner's state machine as a table: every change of how a runner stands passes here. {@code docs/state-machine.md} is written from it. */
public final class StandingTransitions {
    private static final List<Transition> TABLE = List.of(
            new Transition(ONLINE, Move.FALL_SILENT, UNREACHABLE),
            new Transition(ONLINE, Move.SAY_GOODBYE, GONE),
            new Transition(ONLINE, Move.REGISTER, ONLINE),
            new Transition(UNREACHABLE, Move.RETURN, ONLINE),
            new Transition(UNREACHABLE, Move.SAY_GOODBYE, GONE),
            new Transition(UNREACHABLE, Move.REGISTER, ONLINE),
            new Transition(GONE, Move.REGISTER, ONLINE),
            new Transition(TRUSTED, Move.FAIL_EVERYTHING, SET_ASIDE),
            new Transition(SET_ASIDE, Move.PROBE, PROBED),
            new Transition(SET_ASIDE, Move.REGISTER, PROBED),
            new Transition(SET_ASIDE, Move.WORK, TRUSTED),
            new Transition(PROBED, Move.WORK, TRUSTED),
            new Transition(PROBED, Move.FAIL_AGAIN, SET_ASIDE));

    private StandingTransitions() {}

    /**
     * One line of the table.
     *
     * @param from how it stood
     * @param move what changed that
     * @param to how it stands
     */
    public record Transition(Standing from, Move move, Standing to) {}

    /** All that may happen. */
    public static List<Transition> table() {
        return TABLE;
    }

    /** Where {@code move} leads from {@code from}; a bug is at work where the table does not say. */
    public static Standing after(Standing from, Move move) {
        return TABLE.stream()
                .filter(line -> line.from() == from && line.move() == move)
                .map(Transition::to)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("a runner that is " + from.label() + " must not " + move.label()));
    }
}
