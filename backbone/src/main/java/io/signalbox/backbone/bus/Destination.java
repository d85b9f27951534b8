package io.signalbox.backbone.bus;

import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.task.TaskState;

/** Where a message goes. */
public sealed interface Destination {

    /** To the leading scheduler, and for a moment of a take-over to two. */
    record Leader() implements Destination {}

    /** To one relay. */
    record Relay(RelayId relay) implements Destination {}

    /**
     * To all gateways whose live views want it.
     *
     * @param key words with dots between them, see the factory methods
     */
    record Topic(String key) implements Destination {

        /** Tasks of {@code project} came into {@code state}. */
        public static Topic task(ProjectName project, TaskState state) {
            return new Topic("task." + project.value() + "." + state.wire());
        }

        /** Logs grew; one message tells of many. */
        public static Topic logs() {
            return new Topic("log.grew");
        }

        /** Runners of {@code pool} came into {@code state}. */
        public static Topic runner(PoolName pool, String state) {
            return new Topic("runner." + pool.value() + "." + state);
        }
    }

    /** To the one scheduler that may lead (C14). */
    record LeaderHints() implements Destination {}

    /** To those who look after what nobody could handle (C17); the only messages that outlive the broker. */
    record DeadLetters() implements Destination {}
}
