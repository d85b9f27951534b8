package io.signalbox.scheduler.loop.batch;

import io.signalbox.model.id.Epoch;

/**
 * What every write of a task's state leaves in it, so that the writer recognises its own (C16).
 *
 * @param epoch of the leader
 * @param batch the leader's number of the bulk write; 0 is the take-over's
 */
public record CommitMark(Epoch epoch, long batch) {

    /** The mark of the take-over. */
    public static CommitMark ofTakeOver(Epoch epoch) {
        return new CommitMark(epoch, 0);
    }

    @Override
    public String toString() {
        return epoch + "." + batch;
    }
}
