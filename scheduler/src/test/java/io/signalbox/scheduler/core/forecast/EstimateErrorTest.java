package io.signalbox.scheduler.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.scheduler.core.forecast.Traffic.Load;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How far estimated starts are off, over simulated traffic: {@code docs/scheduling.md} states the figures; {@code -Ddocs.write=true} writes them. */
class EstimateErrorTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "scheduling.md");
    private static final int SEEDS = 5;

    private record Row(Load load, int tasks, long half, long most, long bias) {
        static Row of(Load load) {
            List<Traffic.Estimate> estimates = LongStream.range(0, SEEDS)
                    .mapToObj(seed -> new Traffic(load, seed).run())
                    .flatMap(List::stream)
                    .toList();
            double[] errors = estimates.stream()
                    .mapToDouble(Traffic.Estimate::error)
                    .sorted()
                    .toArray();
            double said = estimates.stream().mapToDouble(Traffic.Estimate::said).sum();
            double waited =
                    estimates.stream().mapToDouble(Traffic.Estimate::waited).sum();
            return new Row(
                    load,
                    errors.length,
                    percent(errors[errors.length / 2]),
                    percent(errors[errors.length * 9 / 10]),
                    percent(said / waited - 1));
        }

        private static long percent(double part) {
            return Math.round(part * 100);
        }

        String line() {
            return "| %s | %d | %d %% | %d %% | %+d %% |"
                    .formatted(load.name().toLowerCase(Locale.ROOT), tasks, half, most, bias);
        }
    }

    @Test
    void documentStatesTheErrorThatWasMeasured() throws IOException {
        List<Row> rows = Stream.of(Load.values()).map(Row::of).toList();
        String table = rows.stream().map(Row::line).collect(Collectors.joining("\n"));
        String document = Files.readString(DOCUMENT);
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(
                    DOCUMENT, document.replaceFirst("(\\| load \\|.*\n\\| --- .*\n)(\\| .*\n)*", "$1" + table + "\n"));
            document = Files.readString(DOCUMENT);
        }
        assertThat(document.lines()).containsSubsequence(table.lines().toList());
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.tasks).isGreaterThan(1_000);
            assertThat(row.half).isLessThanOrEqualTo(50);
        });
    }
}
