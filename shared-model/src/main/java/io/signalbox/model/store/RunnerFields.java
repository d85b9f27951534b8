package io.signalbox.model.store;

/** Fields of a document in {@code runners}. The gateway writes it. */
public final class RunnerFields {
    /** The runner's id. */
    public static final String ID = "_id";
    /** Unique among connected runners. */
    public static final String NAME = "name";

    public static final String POOL = "pool";
    public static final String TAGS = "tags";
    /** Served projects; empty: all. */
    public static final String PROJECTS = "projects";
    /** SHA-256 of its access token. */
    public static final String TOKEN_HASH = "tokenHash";
    /** Id of the token that it came with. */
    public static final String REGISTRATION_TOKEN = "registrationToken";

    public static final String GENERATION = "generation";
    public static final String SLOT_COUNT = "slotCount";
    /** Gateway that holds it. */
    public static final String RELAY = "relay";

    public static final String VERSION = "version";
    public static final String OS = "os";
    public static final String ARCH = "arch";
    public static final String HOSTNAME = "hostname";
    public static final String PID = "pid";
    public static final String SINGLE_JOB = "singleJob";
    public static final String IDLE_TIMEOUT = "idleTimeout";
    /** Seconds for which what it runs may go on once it was told to end. */
    public static final String INTERRUPTION_GRACE = "interruptionGrace";
    /** {@code true} for an official agent, which can live long without contact (C10); absent for ours. */
    public static final String OFFICIAL = "official";

    public static final String PAUSED = "paused";
    public static final String DRAINING = "draining";
    /** Why it wants no new task at present, for people; absent: it does. */
    public static final String UNREADY = "unready";
    /** The newest samples of its machine, oldest first, see {@link io.signalbox.model.relay.HealthSample}. */
    public static final String HEALTH = "health";
    /** Unique mark of the newest write of {@link #UNREADY} and {@link #HEALTH}, {@code <relay>:<count>} (C16). */
    public static final String CONDITION_MARK = "conditionMark";

    /** When a gateway first heard that it was told to end, by the store's clock; absent: it was not. */
    public static final String INTERRUPTED_AT = "interruptedAt";

    public static final String REGISTERED_AT = "registeredAt";
    public static final String DISCONNECTED_AT = "disconnectedAt";
    /** By number, see {@link SlotFields}. */
    public static final String SLOTS = "slots";

    /** In {@code runner_states}, where the scheduler keeps under the same id what it decides: online, unreachable or gone. */
    public static final String PRESENCE = "presence";
    /** In {@code runner_states}: when that presence began. */
    public static final String SINCE = "since";
    /** In {@code runner_states}, by slot: the attempt whose stop was never confirmed (C13). It holds while the slot still names that attempt. */
    public static final String SET_ASIDE = "setAside";
    /** In {@code runner_states}: why it gets no tasks, or one at a time, for people; absent or empty: it is trusted. */
    public static final String DISTRUST = "distrust";
    /** In {@code runner_states}: how many events the runner has had. */
    public static final String EVENT_COUNT = "eventCount";

    /** Fields of one sample in {@link #HEALTH}. */
    public static final class Sample {
        public static final String AT = "at";
        public static final String CPU = "cpu";
        public static final String LOAD = "load";
        public static final String MEMORY_FREE = "memoryFree";
        public static final String MEMORY_TOTAL = "memoryTotal";
        public static final String DISK_FREE = "diskFree";
        public static final String DISK_TOTAL = "diskTotal";

        private Sample() {}
    }

    private RunnerFields() {}
}
