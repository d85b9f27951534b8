package io.signalbox.runner.output;

import io.signalbox.model.id.AttemptId;
import java.io.IOException;

/** Keeps one spool for each open attempt. */
public interface Spools {
    /** A new and empty one. */
    Spool create(AttemptId attempt) throws IOException;

    /** The one that an earlier run left, up to its last whole event; an empty one if there is none. */
    Spool recover(AttemptId attempt) throws IOException;
}
