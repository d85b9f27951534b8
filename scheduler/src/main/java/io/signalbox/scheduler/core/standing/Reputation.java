package io.signalbox.scheduler.core.standing;

import static io.signalbox.scheduler.core.standing.Standing.PROBED;
import static io.signalbox.scheduler.core.standing.Standing.SET_ASIDE;
import static io.signalbox.scheduler.core.standing.Standing.TRUSTED;

import io.signalbox.model.id.ProjectName;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * What is thought of a runner. One that fails task after task within seconds of their start takes the next at once, and so empties a queue: a
 * black hole. When they are of different projects it is not the tasks' fault: the runner is set aside, and probed with one task after a pause,
 * which doubles each time the probe fails as the others did.
 */
public final class Reputation {
    /** What ends sooner after its start says something about its runner. */
    public static final Duration AT_ONCE = Duration.ofSeconds(5);

    private static final int MOST_FAILED = 5;
    private static final int LEAST_PROJECTS = 2;
    private static final long FIRST_PAUSE_MILLIS = Duration.ofMinutes(1).toMillis();
    private static final long LONGEST_PAUSE_MILLIS = Duration.ofMinutes(16).toMillis();

    private final Set<ProjectName> projects = new HashSet<>();
    private final Runnable changed;
    private Standing trust = TRUSTED;
    private int failed;
    private long pauseMillis = FIRST_PAUSE_MILLIS;
    private long probeAt;

    /** A runner of which nothing bad is known; {@code changed} hears whenever it is trusted more or less. */
    public Reputation(Runnable changed) {
        this.changed = changed;
    }

    /** Whether and how it is trusted. */
    public Standing trust() {
        return trust;
    }

    /** How many tasks it failed at once, one after another. */
    public int failed() {
        return failed;
    }

    /**
     * A task of this project failed within seconds of its start.
     *
     * @return whether the runner is set aside now
     */
    public boolean failedAtOnce(ProjectName project, long monotonicMillis) {
        failed++;
        projects.add(project);
        if (trust == PROBED) {
            pauseMillis = Math.min(2 * pauseMillis, LONGEST_PAUSE_MILLIS);
            setAside(Move.FAIL_AGAIN, monotonicMillis);
            return true;
        }
        boolean everything = trust == TRUSTED && failed >= MOST_FAILED && projects.size() >= LEAST_PROJECTS;
        if (everything) {
            setAside(Move.FAIL_EVERYTHING, monotonicMillis);
        }
        return everything;
    }

    /**
     * A task passed, or ran for longer.
     *
     * @return whether the runner is trusted again
     */
    public boolean worked() {
        failed = 0;
        projects.clear();
        pauseMillis = FIRST_PAUSE_MILLIS;
        if (trust == TRUSTED) {
            return false;
        }
        move(Move.WORK);
        return true;
    }

    /**
     * Time passed.
     *
     * @return whether it is to be probed from now on
     */
    public boolean isProbeDue(long monotonicMillis) {
        if (trust != SET_ASIDE || monotonicMillis < probeAt) {
            return false;
        }
        move(Move.PROBE);
        return true;
    }

    /** It registered anew, and may have been mended: it is probed at once. */
    public void registered() {
        if (trust == SET_ASIDE) {
            move(Move.REGISTER);
        }
    }

    /** An earlier leader had set it aside. */
    public void recall(long monotonicMillis) {
        if (trust == TRUSTED) {
            failed = MOST_FAILED;
            setAside(Move.FAIL_EVERYTHING, monotonicMillis);
        }
    }

    private void setAside(Move move, long monotonicMillis) {
        move(move);
        probeAt = monotonicMillis + pauseMillis;
    }

    private void move(Move move) {
        trust = StandingTransitions.after(trust, move);
        changed.run();
    }
}
