package io.signalbox.runner.execution;

import io.signalbox.runner.contact.Lease;
import io.signalbox.runner.execution.Workspaces.Workspace;
import io.signalbox.runner.job.Job;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Opens the shells of one job, all with the same environment. */
final class ShellOpener {
    private final Job job;
    private final Shells shells;
    private final Transcript transcript;
    private final Lease lease;

    ShellOpener(Job job, Shells shells, Transcript transcript, Lease lease) {
        this.lease = lease;
        this.job = job;
        this.shells = shells;
        this.transcript = transcript;
    }

    Shell open(Workspace workspace) throws IOException {
        return shells.open(
                new ShellOrder(job.attempt(), workspace.folder(), environment(workspace), job.place(), lease),
                transcript);
    }

    /** What the user set wins. */
    private Map<String, String> environment(Workspace workspace) {
        var env = new HashMap<String, String>();
        env.put("CI", "true");
        env.put("SIGNALBOX", "true");
        env.put("SIGNALBOX_ATTEMPT_ID", job.attempt().value());
        env.put("SIGNALBOX_WORKSPACE", workspace.folder().toString());
        if (job.task() != null) {
            env.put("SIGNALBOX_TASK_ID", job.task().value());
        }
        env.putAll(job.env());
        return env;
    }
}
