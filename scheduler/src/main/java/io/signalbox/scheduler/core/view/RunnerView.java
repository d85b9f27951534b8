package io.signalbox.scheduler.core.view;

import io.signalbox.model.id.RunnerId;
import io.signalbox.scheduler.core.runner.Availability;
import io.signalbox.scheduler.core.runner.Runner;
import java.util.List;

/**
 * One runner at that moment.
 *
 * @param id its id
 * @param profile what it is
 * @param alike what it has in common with those that no demand can tell apart from it
 * @param availability whether it takes tasks
 * @param contact whether it could be given a task just now
 * @param free slots that could be given a task, if it takes any
 * @param work what it has to do
 */
public record RunnerView(
        RunnerId id,
        Runner.Profile profile,
        Runner.Profile alike,
        Availability availability,
        Contact contact,
        int free,
        List<Work> work) {
    public RunnerView {
        work = List.copyOf(work);
    }

    /** Whether it takes tasks, or will as soon as a slot or its pool has room. */
    public boolean serves() {
        return availability == Availability.OPEN && contact == Contact.HEARD;
    }

    /** How many slots it has. */
    public int slots() {
        return free + work.size();
    }

    /** The same runner, which takes nothing more. */
    public RunnerView drained() {
        return new RunnerView(id, profile, alike, Availability.DRAINING, contact, free, work);
    }

    /** Whether a runner could be given a task just now. */
    public enum Contact {
        HEARD,
        /** It has been silent for too long. */
        SILENT,
        /** It failed everything that it was given. */
        SET_ASIDE,
        /** It is given one task at a time, until one of them works. */
        PROBED,
        /** The gateway that holds it has not answered this scheduler yet. */
        GATEWAY_UNKNOWN
    }
}
