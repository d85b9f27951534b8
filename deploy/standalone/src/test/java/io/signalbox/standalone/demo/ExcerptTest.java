package io.signalbox.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExcerptTest {
    private final List<String> shown = new ArrayList<>();

    @Test
    void fewLinesAreShownWhole() {
        assertThat(excerptOf(6)).containsExactly("1", "2", "3", "4", "5", "6");
    }

    @Test
    void ofManyLinesTheMiddleIsCounted() {
        assertThat(excerptOf(20_000))
                .containsExactly("1", "2", "3", "... 19,994 lines more ...", "19998", "19999", "20000");
    }

    private List<String> excerptOf(int lines) {
        var excerpt = new Excerpt(shown::add);
        IntStream.rangeClosed(1, lines).mapToObj(String::valueOf).forEach(excerpt::line);
        excerpt.end();
        return shown;
    }
}
