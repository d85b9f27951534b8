package io.signalbox.gateway.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.gateway.log.LogLine.MalformedLine;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LogLineTest {

    @Test
    void whatIsValidIsKeptToTheByte() throws MalformedLine {
        for (String output : new String[] {"plain", "grün", "日本", "😀", "\uFFFD", "a\uFFFDb"}) {
            byte[] line = event(output);
            LogLine read = LogLine.of(line);
            assertThat(read.json().getBytes(StandardCharsets.UTF_8)).isEqualTo(line);
            assertThat(read.outputBytes()).isEqualTo(output.getBytes(StandardCharsets.UTF_8).length);
        }
    }

    @Test
    void invalidBytesAreRefused() {
        for (int wrong : new int[] {0xFF, 0xC0, 0x80, 0xED}) {
            byte[] line = event("x");
            line[line.length - 3] = (byte) wrong;
            assertThatThrownBy(() -> LogLine.of(line))
                    .isInstanceOf(MalformedLine.class)
                    .satisfies(failure ->
                            assertThat(((MalformedLine) failure).detail()).contains("UTF-8"));
        }
    }

    private static byte[] event(String output) {
        return ("{\"event\":\"cmd_output\",\"timestamp\":1,\"output\":\"" + output + "\"}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
