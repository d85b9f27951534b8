package io.signalbox.scheduler.loop.measure;

import io.signalbox.model.id.Epoch;
import io.signalbox.model.outlook.Scaling;
import io.signalbox.scheduler.core.Effect;
import java.time.Duration;
import java.util.List;

/** Hears what the loop does, for metrics and tests. Called by many threads: must not block. */
public interface LoopListener {

    /** Hears nothing. */
    LoopListener NONE = new LoopListener() {};

    /** This scheduler began to lead. */
    default void began(Epoch epoch) {}

    /** Memory is rebuilt: slots are given from now on. */
    default void tookOver(Epoch epoch, Duration took) {}

    /** A take-over was rehearsed with so many tasks, while another scheduler leads. */
    default void rehearsed(int tasks, Duration took) {}

    /** This scheduler does not lead any more. */
    default void ended(Epoch epoch) {}

    /** The core saw something that is measured or counted. */
    default void observed(Effect.Observed observed) {}

    /** A batch of commands was decided. */
    default void decided(int commands) {}

    /** The changes of a batch were committed. */
    default void committed(int changes, Duration took) {}

    /** So many slots should each pool have. */
    default void wanted(List<Scaling> pools) {}

    /** So many of these were removed (C25). */
    default void purged(Purged what, int count) {}

    /** Something could not be handled and was set aside (C17). */
    default void deadLettered() {}
}
