package io.signalbox.scheduler.simulation;

/** Known bugs that can be switched on around the core, to prove that the checker would find them. Each breaks the rule that it names. */
public enum Fault {
    NONE("-", "everything as it should be"),
    GIVEN_WITHOUT_CLAIM("C1", "a relay gives an attempt without a claim"),
    GIVEN_WITHOUT_READING("C1", "a relay does not read the task after the claim"),
    CLAIM_KEEPS_ITS_NUMBER("C1", "a claim is not raised when its attempt is given again"),
    WITHDRAWAL_WITHOUT_INSERT("C1", "a withdrawal is answered without the insert that makes it stand"),
    WITHDRAWAL_OVER_ANY_CLAIM("C1", "a claim is taken back whatever its number is"),
    GOODBYE_WITHOUT_LAST_WORD("C1", "a runner leaves without having said once more that it has nothing"),
    BEGUN_TWICE("C2", "an attempt whose end was reported is given again, and begun"),
    IDLE_WORD_OF_NO_SYNC("C4", "a relay tells of a slot as idle under a number that it never synced"),
    BEAT_COUNTS_UNSTORED("C7", "a runner is told to go on although its beat was not stored"),
    LOSS_WITHOUT_LAST_READING("C8", "the last reading before a loss is an old one without reports"),
    NO_GUARD("C9", "nothing ends what runs without contact"),
    LOSS_FORGOTTEN("C9", "a new leader knows neither what was lost nor that its successor waits"),
    OFFICIAL_TAKEN_FOR_OURS("C10", "what an official agent lost is tried again as soon as what one of ours lost"),
    RETURN_IS_STOPPED("C11", "a relay that did not serve the slot last stops what is current"),
    RESULT_OF_ANY_ATTEMPT("C11", "a late result counts for the attempt that is current by now"),
    CANCEL_LOST("C12", "a cancel wish is removed when it is read"),
    STOP_NEVER_CONFIRMED("C13", "an attempt that heeds no stop is not looked at"),
    EPOCH_GIVEN_TWICE("C14", "two schedulers raise the same epoch"),
    NO_VERSION_RAISED("C15", "a take-over does not raise the versions of live tasks"),
    LOWER_EPOCH_HEARD("C15", "a relay takes commands of an outlived leader"),
    MISS_TAKEN_AS_APPLIED("C16", "a write that missed is taken as applied"),
    UNKNOWN_TAKEN_AS_APPLIED("C16", "a write whose answer is lost is taken as applied"),
    REPORTS_LOST("C18", "reports are removed before their transition is stored"),
    APPLIED_TAKEN_AS_LATE("C18", "a new leader refuses the report of an end that the last one stored"),
    START_REMOVED_EARLY("C18", "a claim is removed while its attempt lives"),
    EVENTS_NOT_LOOKED_UP("C19", "what an older leader left is appended without looking for it"),
    OUTBOX_CLEARED_WHOLE("C19", "an outbox is cleared of what was not appended, too"),
    OUTBOX_CLEARED_FIRST("C19", "an outbox is cleared before its events are appended"),
    HOSTS_CLOCK_TRUSTED("C22", "a scheduler that cannot measure the store's clock takes its own for it"),
    REPEAT_IS_ANOTHER_TASK("C24", "a repeated submission makes another task");

    private final String rule;
    private final String description;

    Fault(String rule, String description) {
        this.rule = rule;
        this.description = description;
    }

    /** The rule that it breaks. */
    public String rule() {
        return rule;
    }

    /** What is wrong. */
    public String description() {
        return description;
    }
}
