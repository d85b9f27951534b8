package io.signalbox.gateway.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each test that {@code docs/threats.md} names is there. */
class ThreatsDocTest {
    private static final Path CHECKOUT = Path.of("..");
    private static final Pattern MODULE = Pattern.compile("<module>(.*?)</module>");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+(?:Test|IT|Contract))\\.(\\w+)`");

    @Test
    void testsThatAreNamedAreThere() throws IOException {
        String document = Files.readString(CHECKOUT.resolve("docs/threats.md"));

        assertThat(missing(document)).isEmpty();
        assertThat(NAMED.matcher(document).results()).hasSizeGreaterThan(40);
    }

    @Test
    void testThatIsNotThereIsFound() {
        assertThat(missing("`ThreatsDocTest.testThatIsNotThereIsFound` `ThreatsDocTest.gone` `GoneTest.gone`"))
                .containsExactly("ThreatsDocTest.gone", "GoneTest.gone");
    }

    private static List<String> missing(String document) {
        Map<String, List<Path>> classes = testClasses();
        Predicate<MatchResult> there = it -> classes.getOrDefault(it.group(1), List.of()).stream()
                .anyMatch(file -> read(file).contains("void " + it.group(2) + "("));
        return NAMED.matcher(document)
                .results()
                .filter(there.negate())
                .map(it -> it.group(1) + "." + it.group(2))
                .toList();
    }

    /** Of all modules, by name. */
    private static Map<String, List<Path>> testClasses() {
        return MODULE.matcher(read(CHECKOUT.resolve("pom.xml")))
                .results()
                .map(it -> CHECKOUT.resolve(it.group(1)).resolve("src/test/java"))
                .filter(Files::exists)
                .flatMap(ThreatsDocTest::sources)
                .collect(Collectors.groupingBy(
                        path -> path.getFileName().toString().replace(".java", "")));
    }

    private static Stream<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(path -> path.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
