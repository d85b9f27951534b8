package io.signalbox.runner.adapter.process.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.runner.adapter.process.platform.Platform.Search;
import io.signalbox.runner.adapter.process.platform.Platform.Session;
import io.signalbox.runner.adapter.process.platform.Platform.Start;
import io.signalbox.runner.adapter.process.platform.Platform.Terminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class PlatformIT {
    private static final String SYSTEM = "os.name";

    private final String here = System.getProperty(SYSTEM);

    @AfterEach
    void comeBack() {
        System.setProperty(SYSTEM, here);
    }

    @Test
    void linuxLacksNothing() {
        assertThat(Platform.here())
                .isEqualTo(new Platform(Start.C_LIBRARY, Session.SETSID, Search.MARKS, Terminal.PSEUDO));
        assertThat(Platform.here().lacks()).isEmpty();
    }

    @Test
    void elsewhereNothingIsTakenThatOnlyLinuxHas() {
        System.setProperty(SYSTEM, "Mac OS X");
        assertThat(Platform.here()).isEqualTo(new Platform(Start.JAVA, Session.SETSID, Search.GROUP, Terminal.NONE));
        assertThat(Platform.here().lacks()).hasSize(2);
    }

    @Test
    void whereNothingMakesASessionThatIsALack() {
        var bare = new Platform(Start.JAVA, Session.NONE, Search.GROUP, Terminal.NONE);
        assertThat(bare.setsTasksApart()).isFalse();
        assertThat(bare.lacks()).first().asString().contains("share the runner's session");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void eachWayMakesTheProcessItselfTheLeaderOfASession(Session way) throws IOException, InterruptedException {
        var command = new ArrayList<>(way.command());
        command.addAll(List.of("bash", "-c", "read -r -a stat </proc/$$/stat; echo ${stat[4]} ${stat[5]}; exit 5"));
        Process process = new ProcessBuilder(command).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(told).isEqualTo(process.pid() + " " + process.pid() + "\n");
        assertThat(process.waitFor()).isEqualTo(5);
    }
}
