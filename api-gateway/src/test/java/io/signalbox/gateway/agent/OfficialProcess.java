package io.signalbox.gateway.agent;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.gateway.agent.RelayScene.Assigned;
import io.signalbox.gateway.http.Answer;
import io.signalbox.gateway.http.ApiClient;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An official agent with its states and faults: it does what it is told without a guard, so a stop in the wrong state crashes it, a word that is for idle agents only costs it its job, and a
 * second {@code run-job} begins a second job. It keeps the pause that it is told, where that matters.
 */
final class OfficialProcess {
    static final String WAITS = "{'state':'waiting-for-jobs','job_id':'','job_result':'','interrupted_at':0}";

    private static final String PLAIN = "'single_job':false,'idle_timeout':0,'interruption_grace_period':0";

    private final RelayScene scene;
    private final String name;
    private final ScriptedAgent agent;
    private List<ApiClient> gateways = List.of();
    private String state = "waiting-for-jobs";
    private String job = "";
    private String result = "";
    private long interruptedAt;
    private @Nullable Assigned assigned;
    private int begun;
    private int syncs;

    private OfficialProcess(RelayScene scene, String name, ScriptedAgent agent) {
        this.scene = scene;
        this.name = name;
        this.agent = agent;
    }

    /** What the real one would die of. */
    static final class Crashed extends IllegalStateException {
        private static final long serialVersionUID = 1;

        Crashed(String why) {
            super(why);
        }

        static boolean by(Runnable action) {
            try {
                action.run();
                return false;
            } catch (Crashed e) {
                return true;
            }
        }
    }

    static String registration(String name, String manners) {
        return "{'name':'" + name + "','version':'v2.4.0','os':'','arch':'x86_64','hostname':'vm','job_id':'',"
                + manners + "}";
    }

    static OfficialProcess start(RelayScene scene, String name) {
        return start(scene, name, PLAIN);
    }

    /** One that has a registration token of its own. */
    static OfficialProcess start(RelayScene scene, String name, ScriptedAgent newcomer) {
        return new OfficialProcess(scene, name, newcomer.registered(registration(name, PLAIN)));
    }

    static OfficialProcess start(RelayScene scene, String name, String manners) {
        return new OfficialProcess(scene, name, scene.newcomer().registered(registration(name, manners)));
    }

    /** From now on its syncs take turns at these gateways. */
    OfficialProcess alternating(ApiClient... clients) {
        gateways = List.of(clients);
        return this;
    }

    ScriptedAgent agent() {
        return agent;
    }

    /** What it was given last. */
    Assigned assigned() {
        return requireNonNull(assigned);
    }

    String state() {
        return state;
    }

    int jobsBegun() {
        return begun;
    }

    /** Syncs once and does what it is told. */
    Answer sync() {
        ScriptedAgent where = gateways.isEmpty() ? agent : agent.at(gateways.get(syncs++ % gateways.size()));
        Answer answer = where.sync("{'state':'" + state + "','job_id':'" + job + "','job_result':'" + result
                + "','interrupted_at':" + interruptedAt + "}");
        if (answer.status() == 200) {
            told(
                    answer.json().at("/action").asString(),
                    answer.json().at("/job_id").asString(""));
        }
        return answer;
    }

    /** Does what it is told, as the real one does: without asking whether it makes sense. */
    void told(String action, String id) {
        switch (action) {
            case "run-job" -> {
                begun++;
                job = id;
                state = "starting-job";
            }
            case "stop-job" -> {
                if (!state.equals("finished-job") && !state.equals("running-job") && !state.equals("stopping-job")) {
                    throw new Crashed("stop-job in state " + state);
                }
                if (id.isEmpty()) {
                    throw new Crashed("stop-job without job_id");
                }
                job = id;
                state = state.equals("running-job") ? "stopping-job" : state;
            }
            case "wait-for-jobs" -> {
                mustBeIdle(action);
                state = "waiting-for-jobs";
                job = "";
                result = "";
            }
            case "continue" -> {}
            case "shutdown" -> mustBeIdle(action);
            default -> throw new Crashed("unknown action " + action);
        }
    }

    /** Its job would be orphaned by the one, and killed without a result by the other. */
    private void mustBeIdle(String action) {
        if (!state.equals("finished-job") && !state.equals("waiting-for-jobs")) {
            throw new Crashed(action + " in state " + state);
        }
    }

    /** Syncs until the relay has let it go on once and says something of its own. */
    Answer settled() {
        return until("shutdown");
    }

    /** Syncs until it is told this. */
    Answer until(String action) {
        Answer[] last = new Answer[1];
        Awaitility.await().atMost(Duration.ofSeconds(20)).pollInSameThread().until(() -> {
            last[0] = sync();
            return last[0].status() == 200
                    && last[0].json().at("/action").asString().equals(action);
        });
        return last[0];
    }

    /** A task is assigned to it, and it is told to run it. */
    Assigned given() {
        return given(RelayScene.SPEC);
    }

    /** The same with another specification. */
    Assigned given(String spec) {
        sync();
        Assigned told = scene.committed(name, 0, RelayScene.EPOCH, spec).published();
        until("run-job");
        assertThat(job).isEqualTo(told.id());
        assigned = told;
        return told;
    }

    JsonNode fetch() {
        return agent.job(job).is(200).json();
    }

    void begins() {
        state = "running-job";
    }

    /** Syncs in every state that it can have with its job, this often in each. */
    void goesThroughAllStates(int syncs) {
        for (String busy : new String[] {"starting-job", "running-job", "stopping-job"}) {
            for (int sync = 0; sync < syncs; sync++) {
                state = busy;
                sync();
            }
        }
    }

    void ends(String how) {
        if (!job.isEmpty()) {
            state = "finished-job";
            result = how;
        }
    }

    void interrupt() {
        interruptedAt = 1_795_307_488;
    }
}
