package io.signalbox.runner.slot;

import io.signalbox.runner.output.LogSender;
import io.signalbox.runner.output.LogSender.Pushed;
import io.signalbox.runner.output.Spool.Batch;
import io.signalbox.runner.session.Answer;
import io.signalbox.runner.session.Backoff;
import io.signalbox.runner.session.Relay;
import io.signalbox.runner.session.Session;
import io.signalbox.runner.session.Surroundings;

/**
 * Pushes the log of one attempt to whatever gateway is in use. Of the address in the payload only the path is taken: the runner reaches the relay by
 * the addresses that it was given.
 */
final class RelayPush implements LogSender.Push {
    private static final int SEALED = 422;
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_LARGE = 413;
    /** About an hour at the longest pauses: a proxy that was set up wrongly costs no log, and a relay that never takes it does not hold the slot. */
    private static final int MOST_REFUSALS = 240;

    private final Session session;
    private final Surroundings surroundings;
    private final String path;
    private final Backoff backoff;
    private int refusals;

    RelayPush(Session session, Surroundings surroundings, String path) {
        this.session = session;
        this.surroundings = surroundings;
        this.path = path;
        this.backoff = session.backoff();
    }

    @Override
    public Pushed push(Batch batch) {
        return switch (session.push(path, batch)) {
            case Answer.Given<Relay.Pushed> _ -> arrived();
            case Answer.Refused<Relay.Pushed>(int status, String reason) ->
                status == TOO_LARGE && batch.count() > 1 ? Pushed.TOO_LARGE : refused(status, reason);
            case Answer.Unavailable<Relay.Pushed> _ -> later();
        };
    }

    private Pushed arrived() {
        backoff.reset();
        refusals = 0;
        return Pushed.ARRIVED;
    }

    private Pushed refused(int status, String reason) {
        // The slot's own sync finds out whether the token is outlived.
        refusals += status == UNAUTHORIZED ? 0 : 1;
        if (status != SEALED && refusals < MOST_REFUSALS) {
            return later();
        }
        surroundings.log().say("Stopped pushing to " + path + ": the relay answered " + status + " " + reason);
        return Pushed.SEALED;
    }

    private Pushed later() {
        boolean _ = surroundings.pauses().pause(backoff.next());
        return Pushed.NOT_NOW;
    }
}
