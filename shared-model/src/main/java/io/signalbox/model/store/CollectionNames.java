package io.signalbox.model.store;

/** Names of the collections. Each has one writer; see {@code docs/architecture.md}. */
public final class CollectionNames {
    public static final String TASKS = "tasks";
    public static final String REPORTS = "reports";
    public static final String EVENTS = "events";
    public static final String LOG_CHUNKS = "log_chunks";
    public static final String RUNNERS = "runners";
    public static final String RUNNER_STATES = "runner_states";
    public static final String RUNNER_HEALTH = "runner_health";
    public static final String REFUSALS = "refusals";
    public static final String POOLS = "pools";
    public static final String PROJECTS = "projects";
    public static final String SECRETS = "secrets";
    public static final String PIECES = "pieces";
    public static final String FOLDER_TASKS = "folder_tasks";
    public static final String TOKENS = "tokens";
    public static final String WEBHOOKS = "webhooks";
    public static final String WEBHOOK_DELIVERIES = "webhook_deliveries";
    public static final String PURGES = "purges";
    public static final String AUDIT = "audit";
    public static final String LEADERSHIP = "leadership";
    public static final String RELAYS = "relays";
    public static final String CURSORS = "cursors";

    private CollectionNames() {}
}
