package io.signalbox.runner.config.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.runner.config.setting.DataSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineCheckIT {
    private static final String SYSTEM = "os.name";

    @TempDir
    Path home;

    private final String here = System.getProperty(SYSTEM);

    @AfterEach
    void comeBack() {
        System.setProperty(SYSTEM, here);
    }

    private String about(String what) {
        return new MachineCheck(home, new DataSize(1), System.getenv("PATH"), home.resolve("none"))
                .all().stream()
                        .filter(finding -> finding.about().equals(what))
                        .map(Finding::toString)
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void anotherSystemIsToldWhatItDoesWithout() {
        System.setProperty(SYSTEM, "Mac OS X");
        assertThat(about("platform"))
                .startsWith("ok")
                .contains("Mac OS X, where", "get a pipe", "left its parents and the process group");
    }

    @Test
    void linuxHasEverything() {
        assertThat(about("platform")).startsWith("ok").contains("Linux, with everything");
        assertThat(about("bash")).startsWith("ok").contains("/bash 5.");
    }

    @Test
    void anOldBashIsAnObstacle() throws IOException {
        Path old = Files.writeString(home.resolve("bash"), "#!/bin/sh\necho 3.2.57\nexit 1\n");
        assertThat(old.toFile().setExecutable(true)).isTrue();
        var check = new MachineCheck(home, new DataSize(1), home + ":" + System.getenv("PATH"), home.resolve("none"));
        assertThat(check.obstacle()).contains(old + " is 3.2.57, and must be 4 or newer");
    }
}
