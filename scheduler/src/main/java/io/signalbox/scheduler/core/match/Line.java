package io.signalbox.scheduler.core.match;

import io.signalbox.scheduler.core.limit.Cap;
import io.signalbox.scheduler.core.share.Account;
import io.signalbox.scheduler.core.share.FairShare;
import io.signalbox.scheduler.core.task.TaskEntry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The queues of one project and priority that one class of runners can do. They are few, however many tasks wait, and are looked through:
 * a queue belongs to many lines, and keeping it in order in each of them costs more than that.
 */
final class Line implements FairShare.Turn {
    private final Account account;
    private final Cap cap;
    private final List<WaitingQueue> queues = new ArrayList<>();
    private int withHead;

    Line(Account account, Cap cap) {
        this.account = account;
        this.cap = cap;
    }

    @Override
    public Account account() {
        return account;
    }

    void add(WaitingQueue queue) {
        queues.add(queue);
        if (queue.head() != null) {
            gained();
        }
    }

    /** The queue is empty, and will not be used any more. */
    void remove(WaitingQueue queue) {
        queues.remove(queue);
    }

    /** A queue has a task to be had. */
    void gained() {
        withHead++;
    }

    /** A queue has no task to be had any more. */
    void lost() {
        withHead--;
    }

    /** Whether a task of the project may go. */
    boolean isRunnable() {
        return withHead > 0 && cap.hasRoom();
    }

    /** The queue with the oldest head; null when none has one. */
    @Nullable
    WaitingQueue first() {
        WaitingQueue first = null;
        TaskEntry oldest = null;
        for (WaitingQueue queue : queues) {
            TaskEntry head = queue.head();
            if (head != null && (oldest == null || Precedence.AGE.compare(head, oldest) < 0)) {
                first = queue;
                oldest = head;
            }
        }
        return first;
    }
}
