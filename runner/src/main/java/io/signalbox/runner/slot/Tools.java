package io.signalbox.runner.slot;

import io.signalbox.runner.execution.Shells;
import io.signalbox.runner.execution.Timer;
import io.signalbox.runner.execution.Workspaces;
import io.signalbox.runner.job.Hooks;
import io.signalbox.runner.output.LogLines;
import io.signalbox.runner.output.Spools;
import tools.jackson.databind.ObjectMapper;

/**
 * What it takes to run an attempt.
 *
 * @param shells for its commands
 * @param workspaces for its files
 * @param spools for its log
 * @param lines the form of the log
 * @param timer for its limits
 * @param hooks around it
 * @param json reads what is not of the protocol
 */
public record Tools(
        Shells shells,
        Workspaces workspaces,
        Spools spools,
        LogLines lines,
        Timer timer,
        Hooks.Source hooks,
        ObjectMapper json) {}
