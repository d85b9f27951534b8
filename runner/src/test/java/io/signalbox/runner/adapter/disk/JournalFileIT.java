package io.signalbox.runner.adapter.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a disk that becomes full. */
class JournalFileIT {
    @TempDir
    Path folder;

    private SmallDisk disk;
    private JournalFile file;

    @BeforeEach
    void open() throws IOException {
        disk = new SmallDisk(FileChannel.open(path(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        file = new JournalFile(disk);
    }

    private Path path() {
        return folder.resolve("journal");
    }

    @AfterEach
    void close() throws IOException {
        file.close();
    }

    @Test
    void aLineThatWasCutShortIsNoPartOfTheNext() throws IOException {
        file.append(line("first"));
        disk.room = 4;
        assertThatThrownBy(() -> file.append(line("cut short"))).hasMessage("No space left on device");
        disk.room = 100;
        file.append(line("third"));
        assertThat(path()).hasContent("first\nthird\n");
    }

    /** It would be taken for an entry after a restart, though nobody was told that it is there. */
    @Test
    void aLineThatCouldNotBeForcedIsTakenBack() throws IOException {
        file.force(line("first"));
        disk.broken = true;
        assertThatThrownBy(() -> file.force(line("second"))).hasMessage("Input/output error");
        assertThat(Files.readString(path())).isEqualTo("first\n");
    }

    private static byte[] line(String text) {
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
