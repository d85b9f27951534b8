package io.signalbox.faults.adapter.load;

import io.signalbox.faults.core.history.Plan;
import io.signalbox.faults.core.plan.Submission;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is sent for a submission.
 *
 * @param run the label that all tasks of the run carry
 * @param script what they run
 * @param marks where they write down what they do
 */
record TaskBody(String run, Path script, Path marks) {
    /** The label. */
    static final String LABEL = "faults";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String LOST_AFTER = "PT15S";

    String of(Submission submission) {
        Plan plan = submission.plan();
        Plan.Allowance allowed = plan.allowance();
        Map<String, Object> body = new TreeMap<>();
        body.put("name", run + "." + plan.number());
        body.put("labels", Map.of(LABEL, run));
        body.put("commands", List.of("source " + script));
        body.put("env", environment(submission));
        body.put("tags", plan.tags());
        body.put("retry", Map.of("maxAttempts", allowed.tries(), "backoff", "PT1S"));
        body.put(
                "onLost",
                Map.of(
                        "policy",
                        allowed.requeues() > 0 ? "requeue" : "fail",
                        "after",
                        LOST_AFTER,
                        "maxRequeues",
                        Math.max(1, allowed.requeues())));
        body.put("executor", Map.of("type", "shell", "tty", plan.number() % 2 == 0));
        if (allowed.timesOut()) {
            body.put("timeout", "PT2S");
        }
        return JSON.writeValueAsString(body);
    }

    private Map<String, String> environment(Submission submission) {
        Plan.Script does = submission.plan().script();
        return Map.of(
                "FAULTS_MARKS", marks.toString(),
                "FAULTS_LINES", Integer.toString(does.lines()),
                "FAULTS_WIDTH", Integer.toString(does.width()),
                "FAULTS_STATUS", Integer.toString(does.exitCode()),
                "FAULTS_PAUSE", "%d.%03d".formatted(submission.pauseMillis() / 1000, submission.pauseMillis() % 1000));
    }
}
