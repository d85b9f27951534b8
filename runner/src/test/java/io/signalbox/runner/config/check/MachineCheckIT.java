package io.signalbox.runner.config.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.runner.config.setting.DataSize;
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
        assertThat(about("util-linux"))
                .startsWith("ok")
                .contains("not on Mac OS X", "pipes", "session", "leave their shell", "disk alone");
    }

    @Test
    void linuxIsToldWhereItsToolsAre() {
        assertThat(about("util-linux")).startsWith("ok").contains("/setsid");
    }
}
