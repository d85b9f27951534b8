package io.signalbox.scheduler.loop.measure;

import java.util.List;

/** Every metric of the scheduler. Ids are never tags. */
public enum SchedulerMetric {
    TASKS(
            "signalbox.tasks",
            Unit.COUNT,
            "state,pool",
            "Tasks that are not terminal; pool 'any' where none was asked for"),
    QUEUE_OLDEST("signalbox.queue.oldest", Unit.SECONDS, "pool", "Age of the oldest waiting task"),
    PICKUP("signalbox.pickup", Unit.SECONDS, "pool", "From the moment a task could run to its start"),
    RUN("signalbox.run", Unit.SECONDS, "pool", "From start to end of an attempt"),
    LOST("signalbox.lost", Unit.COUNT, "pool", "Attempts whose runner was lost"),
    REFUSED("signalbox.refused", Unit.COUNT, "kind", "Outlived reports that were refused"),
    DEAD_LETTERS("signalbox.dead.letters", Unit.COUNT, "", "Commands and messages that nobody could handle"),
    PURGED("signalbox.purged", Unit.COUNT, "kind", "What was removed because it had been kept long enough"),
    WANTED_SLOTS(
            "signalbox.pool.wanted.slots",
            Unit.COUNT,
            "pool",
            "Slots that a pool should have so that what waits is begun within its pick-up target"),
    LEADER("signalbox.leader", Unit.COUNT, "", "1 while this process leads"),
    BATCH_SIZE(
            "signalbox.batch.size",
            Unit.COUNT,
            "kind",
            "Entries handled together: commands decided, changes committed"),
    STORE("signalbox.store", Unit.SECONDS, "operation", "How long the store took"),
    PUBLISH("signalbox.publish", Unit.SECONDS, "", "How long a batch of messages took to be confirmed");

    private final String id;
    private final Unit unit;
    private final String tags;
    private final String description;

    SchedulerMetric(String id, Unit unit, String tags, String description) {
        this.id = id;
        this.unit = unit;
        this.tags = tags;
        this.description = description;
    }

    /** What is counted. */
    public enum Unit {
        COUNT,
        SECONDS
    }

    /** Its name with dots; Prometheus shows it with underscores, unit and kind. */
    public String id() {
        return id;
    }

    /** Its unit. */
    public Unit unit() {
        return unit;
    }

    /** The names of its tags. */
    public List<String> tags() {
        return tags.isEmpty() ? List.of() : List.of(tags.split(",", -1));
    }

    /** For people. */
    public String description() {
        return description;
    }
}
