package io.signalbox.runner.folder;

import io.signalbox.model.folder.FolderBatch;
import io.signalbox.model.id.AttemptId;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/** Where the parts of an attempt's folder come from. */
@FunctionalInterface
public interface FolderSource {

    /**
     * Some parts; blocks, and tries again for a while when there is no answer.
     *
     * @param from how many parts came before
     * @param stopped whether nobody wants them any more
     * @throws IOException when they cannot be had; its message says why
     */
    FolderBatch next(AttemptId attempt, int from, BooleanSupplier stopped) throws IOException;
}
