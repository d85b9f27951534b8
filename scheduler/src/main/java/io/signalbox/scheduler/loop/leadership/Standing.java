package io.signalbox.scheduler.loop.leadership;

/** How this scheduler stands to leadership. */
sealed interface Standing {

    /** It has not read the record yet, or lost sight of it. */
    record Unknowing() implements Standing {}

    /**
     * Somebody else leads.
     *
     * @param seen the record, unchanged
     * @param since the monotonic time of when it was first seen
     */
    record Following(LeadershipRecord seen, long since) implements Standing {}

    /**
     * It leads.
     *
     * @param term its epoch
     * @param renewalTriedAt when it last sent a renewal
     * @param end ends what it does as the leader
     */
    record Leading(Term term, long renewalTriedAt, Runnable end) implements Standing {
        Leading triedAt(long sentAt) {
            return new Leading(term, sentAt, end);
        }
    }
}
