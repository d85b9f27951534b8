package io.signalbox.model.message;

/** Names of exchanges, queues and routing keys at the broker. */
public final class Topology {
    /** Direct exchange of commands to the leader. */
    public static final String COMMANDS = "signalbox.commands";
    /** Routing key of commands to the leader. */
    public static final String SCHEDULER_KEY = "scheduler";
    /** Direct exchange of commands to relays; the routing key is the relay's id. */
    public static final String ASSIGNMENTS = "signalbox.assignments";
    /** Topic exchange of doorbells for live views. */
    public static final String EVENTS = "signalbox.events";
    /** Direct exchange and, with the same name, single-active-consumer queue of leader hints. */
    public static final String LEADER = "signalbox.leader";
    /** Routing key of leader hints. */
    public static final String LEADER_KEY = "leader";
    /** Fanout exchange and, with the same name, quorum queue of dead letters. */
    public static final String DEAD = "signalbox.dead";

    private Topology() {}
}
