package io.signalbox.gateway.task.belonging;

import io.signalbox.gateway.problem.Problem;
import io.signalbox.model.error.ErrorCode;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.spec.SentFolder;
import io.signalbox.model.spec.TaskSpec;
import java.util.Optional;

/**
 * What a task may name of its project. Methods block, but only for a task that names something, and end with a problem when the store is away.
 *
 * @param secrets knows its secrets
 * @param folders keeps its folders
 */
public record Belongings(SecretNames secrets, SentFolders folders) {

    /** What is wrong with a task that names what its project does not have. */
    public Optional<Problem> lacking(TaskSpec spec) {
        return unknownSecret(spec)
                .or(() -> Optional.ofNullable(spec.folder())
                        .flatMap(folder -> folders.lacking(spec.project(), folder.manifest())));
    }

    /** Keeps what is named for a task that is about to be stored. */
    public void hold(TaskSpec spec, TaskId task) {
        SentFolder folder = spec.folder();
        if (folder != null) {
            folders.hold(spec.project(), folder.manifest(), task);
        }
    }

    private Optional<Problem> unknownSecret(TaskSpec spec) {
        return spec.secrets().isEmpty()
                ? Optional.empty()
                : secrets.unknown(spec.project(), spec.secrets()).stream()
                        .findFirst()
                        .map(name -> Problem.at(
                                ErrorCode.INVALID_SPEC,
                                "/secrets/" + spec.secrets().indexOf(name),
                                "project %s has no secret '%s'".formatted(spec.project(), name)));
    }
}
