package io.signalbox.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\033[31mtext\033[0m",
                "\033]0;another title\007text",
                "\033]8;;https://elsewhere\033\\text\033]8;;\033\\",
                "\033P1$r0m\033\\text",
                "te\033[2Jxt",
                "\u009b31mtext",
                "te\bxt\007",
                "\033ctext",
                "te\u202ext",
                "te\u200bxt\ufeff",
                "text\033[",
                "text\033",
                "te\u0000xt\u007f",
            })
    void escapesAndInvisibleCharactersAreGone(String hostile) {
        assertThat(Plain.line(hostile)).isEqualTo("text");
    }

    @Test
    void whatIsVisibleStays() {
        assertThat(Plain.line("größer ✓ 任务")).isEqualTo("größer ✓ 任务");
    }

    @Test
    void severalLinesBecomeOne() {
        assertThat(Plain.line("one\r\n  two\u2028three\tfour\n")).isEqualTo("one ⏎ two ⏎ three four");
    }
}
