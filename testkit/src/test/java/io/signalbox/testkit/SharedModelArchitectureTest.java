package io.signalbox.testkit;

import io.signalbox.testkit.architecture.ArchitectureContract;
import io.signalbox.testkit.architecture.Codebase;
import java.nio.file.Path;

/** The shared model stands below the testkit, so its rules are run from here. */
class SharedModelArchitectureTest implements ArchitectureContract {

    @Override
    public Codebase codebase() {
        return Codebase.at(Path.of("../shared-model").toAbsolutePath().normalize(), "io.signalbox.model");
    }
}
