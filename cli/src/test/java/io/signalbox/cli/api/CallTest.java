package io.signalbox.cli.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallTest {
    @Test
    void whatSomebodyTypedStaysInItsPlace() {
        assertThat(Call.get("tasks", "../pools?x#y", "log").address())
                .isEqualTo("/api/v1/tasks/..%2Fpools%3Fx%23y/log");
        assertThat(Call.get("tasks").withAll("label", List.of("a=b&c", "ü")).address())
                .isEqualTo("/api/v1/tasks?label=a%3Db%26c&label=%C3%BC");
    }

    @Test
    void aParameterWithoutValueIsLeftOut() {
        assertThat(Call.get("tasks").with("project", null).with("limit", 3).address())
                .isEqualTo("/api/v1/tasks?limit=3");
    }

    @Test
    void aHeldCallMayTakeLonger() {
        Call call = Call.get("events").held(Duration.ofSeconds(25));
        assertThat(call.address()).endsWith("wait=25");
        assertThat(call.patience()).isGreaterThan(Duration.ofSeconds(30));
    }
}
