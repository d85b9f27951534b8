package io.signalbox.runner.execution;

import io.signalbox.model.id.AttemptId;
import io.signalbox.runner.contact.Lease;
import io.signalbox.runner.job.Place;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a shell is to be like.
 *
 * @param attempt for which attempt
 * @param folder where its commands begin
 * @param env over what it would have anyway
 * @param place where it runs
 * @param lease how long it may live without contact
 */
public record ShellOrder(AttemptId attempt, Path folder, Map<String, String> env, Place place, Lease lease) {
    public ShellOrder {
        env = Map.copyOf(env);
    }
}
