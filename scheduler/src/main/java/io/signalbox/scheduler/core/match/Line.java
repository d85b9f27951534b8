package io.signalbox.scheduler.core.match;

import io.signalbox.scheduler.core.limit.Cap;
import io.signalbox.scheduler.core.share.Account;
import io.signalbox.scheduler.core.share.FairShare;
import io.signalbox.scheduler.core.task.TaskEntry;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The queues of one project and priority that one class of runners can do, the one with the oldest head first. */
final class Line implements FairShare.Turn {
    private final Account account;
    private final Cap cap;
    private final TreeSet<Standing> standings = new TreeSet<>(Standing.AGE);
    private @Nullable Standing first;

    Line(Account account, Cap cap) {
        this.account = account;
        this.cap = cap;
    }

    @Override
    public Account account() {
        return account;
    }

    /** Puts the queue where a head as old as this belongs. */
    void place(Standing standing, TaskEntry head) {
        remove(standing);
        standing.see(head);
        standings.add(standing);
        first = null;
    }

    void remove(Standing standing) {
        if (standing.isPlaced()) {
            standings.remove(standing);
            standing.forget();
            first = null;
        }
    }

    /** Whether a task of the project may go. It does not put in order what was taken from: that can wait for the project's turn. */
    boolean isRunnable() {
        return cap.hasRoom() && hasHead();
    }

    private boolean hasHead() {
        while (!standings.isEmpty()) {
            Standing known = first == null ? standings.first() : first;
            if (known.queue().head() != null) {
                first = known;
                return true;
            }
            remove(known);
        }
        return false;
    }

    /** The queue with the oldest head; null when none has one. */
    @Nullable
    WaitingQueue first() {
        Standing known = first;
        while (known == null || !known.isTrue()) {
            if (known != null) {
                correct(known);
            }
            if (standings.isEmpty()) {
                return null;
            }
            known = standings.first();
            first = known;
        }
        return known.queue();
    }

    private void correct(Standing outdated) {
        TaskEntry head = outdated.queue().head();
        remove(outdated);
        if (head != null) {
            place(outdated, head);
        }
    }
}
