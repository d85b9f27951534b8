package io.signalbox.gateway.folder;

import java.time.Duration;

/**
 * What folders may take.
 *
 * @param perTask bytes of one folder's files
 * @param perProject bytes of all pieces of a project
 * @param kept how long what nothing uses is kept
 */
public record FolderLimits(long perTask, long perProject, Duration kept) {
    /** How often in that time a use is written down. */
    private static final int PARTS = 8;

    /** What was used so long before is worth being written down again. */
    public Duration grain() {
        return kept.dividedBy(PARTS);
    }

    /** How long a task that has not ended may be left unseen: with a grain's delay this is still less than what is kept. */
    public Duration unseen() {
        return kept.dividedBy(2);
    }
}
