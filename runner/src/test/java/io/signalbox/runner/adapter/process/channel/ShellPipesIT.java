package io.signalbox.runner.adapter.process.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellPipesIT {
    @TempDir
    Path folder;

    @Test
    void eachShellGetsPipesOfItsOwnThatGoWithIt() throws IOException {
        try (var first = ShellPipes.create(folder);
                var second = ShellPipes.create(folder)) {
            assertThat(first.folder()).isNotEqualTo(second.folder());
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theyAreForThisUserAlone() throws IOException {
        try (var pipes = ShellPipes.create(folder)) {
            assertThat(Files.getPosixFilePermissions(pipes.commands().path()))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void whatCannotBeMadeIsTold() throws IOException {
        Path missing = folder.resolve("missing");
        assertThatThrownBy(() -> ShellPipes.create(missing))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("missing");
        Path taken = Files.createFile(folder.resolve("taken"));
        assertThatThrownBy(() -> new NamedPipe(taken))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("mkfifo of " + taken);
    }
}
