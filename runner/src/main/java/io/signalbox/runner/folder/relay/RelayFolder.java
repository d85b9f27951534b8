package io.signalbox.runner.folder.relay;

import io.signalbox.model.folder.FolderBatch;
import io.signalbox.model.id.AttemptId;
import io.signalbox.runner.folder.FolderSource;
import io.signalbox.runner.session.Answer;
import io.signalbox.runner.session.Backoff;
import io.signalbox.runner.session.Session;
import io.signalbox.runner.session.Surroundings;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/**
 * The parts of folders from whatever gateway is in use. A relay that is away is asked again for some minutes; one that does not know the token is, too: the
 * slot's own sync finds out what to do about that.
 */
public final class RelayFolder implements FolderSource {
    private static final int UNAUTHORIZED = 401;
    private static final int MOST_TRIES = 30;

    private final Session session;
    private final Surroundings surroundings;

    /** Fetches by {@code session}. */
    public RelayFolder(Session session, Surroundings surroundings) {
        this.session = session;
        this.surroundings = surroundings;
    }

    @Override
    public FolderBatch next(AttemptId attempt, int from, BooleanSupplier stopped) throws IOException {
        Backoff backoff = session.backoff();
        String trouble = "";
        for (int tries = 0; tries < MOST_TRIES && !stopped.getAsBoolean(); tries++) {
            switch (session.folder(attempt, from)) {
                case Answer.Given<byte[]>(byte[] body) -> {
                    return FolderBatch.of(body);
                }
                case Answer.Refused<byte[]>(int status, String reason) -> {
                    trouble = "the relay answered " + status + " " + reason;
                    if (status != UNAUTHORIZED) {
                        throw new IOException(trouble);
                    }
                }
                case Answer.Unavailable<byte[]>(String cause) -> trouble = cause;
            }
            if (!surroundings.pauses().pause(backoff.next())) {
                throw new IOException("the runner ends");
            }
        }
        throw new IOException(stopped.getAsBoolean() ? "the attempt was stopped" : trouble);
    }
}
