package io.signalbox.standalone.store;

import java.nio.file.Path;

/** Another process works with the data folder. A process that was killed leaves no trace that could cause this. */
public final class DataFolderInUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DataFolderInUse(Path folder, Throwable cause) {
        super(
                "The data folder " + folder + " is in use by another process: stop that one, or choose another folder",
                cause);
    }
}
