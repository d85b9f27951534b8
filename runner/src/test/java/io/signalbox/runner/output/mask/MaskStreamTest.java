package io.signalbox.runner.output.mask;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MaskStreamTest {
    private static Masks masks(String... values) {
        return Masks.of(List.of(values).stream()
                .map(value -> Base64.getEncoder().encodeToString(value.getBytes(UTF_8)))
                .toList());
    }

    private static String hide(String text, String... values) {
        return masks(values).hide(text);
    }

    @Test
    void aValueIsReplacedWhereverItStands() {
        assertThat(hide("a hunter2 b hunter2", "hunter2")).isEqualTo("a **** b ****");
        assertThat(hide("hunter2hunter2", "hunter2")).isEqualTo("****");
        assertThat(hide("hunter1 hunter", "hunter2")).isEqualTo("hunter1 hunter");
    }

    @Test
    void valuesThatOverlapAreOne() {
        assertThat(hide("xabcdefy", "abcd", "cdef")).isEqualTo("x****y");
        assertThat(hide("ababababX", "abab")).isEqualTo("****X");
    }

    @Test
    void base64IsFoundAtEachOfItsPlaces() {
        String secret = "correct horse battery";
        for (String before : List.of("", "u", "us", "user:")) {
            String encoded = Base64.getEncoder().encodeToString((before + secret + ":rest").getBytes(UTF_8));
            String hidden = hide(encoded, secret);
            assertThat(hidden).as(before).contains("****").hasSizeLessThan(encoded.length() - 20);
        }
    }

    @Test
    void base64IsFoundInItsUrlSafeFormAndWrapped() {
        String secret = "??>>~~secret with a tail that makes it longer than one line of the base64 program";
        byte[] bytes = secret.getBytes(UTF_8);
        assertThat(hide(Base64.getUrlEncoder().encodeToString(bytes), secret)).isEqualTo("****");
        assertThat(hide(Base64.getMimeEncoder().encodeToString(bytes), secret)).isEqualTo("****");
    }

    @Test
    void quotedValuesAreFound() {
        assertThat(hide("p=a%2Fb%20c%26d&x", "a/b c&d")).isEqualTo("p=****&x");
        assertThat(hide("p=a%2fb+c%26d&x", "a/b c&d")).isEqualTo("p=****&x");
        assertThat(hide("{\"p\":\"a\\\"b\\\\c\\td\"}", "a\"b\\c\td")).isEqualTo("{\"p\":\"****\"}");
        assertThat(hide("{\"p\":\"gr\\u00fc\\u00dfe\"}", "grüße")).isEqualTo("{\"p\":\"****\"}");
        assertThat(hide("+ curl 'it'\\''s me'", "it's me")).isEqualTo("+ curl '****'");
        assertThat(hide("it\\'s\\ me", "it's me")).isEqualTo("****");
        assertThat(hide("$'two\\nlines\\'s'", "two\nlines's")).isEqualTo("$'****'");
    }

    @Test
    void linesOfALongerValueAreFoundAlone() {
        String key = "-----BEGIN KEY-----\nMIIEabcd\nxyz\n-----END KEY-----\n";
        assertThat(hide("found MIIEabcd here, xyz there", key)).isEqualTo("found **** here, xyz there");
        assertThat(hide(key, key)).isEqualTo("****\n");
        assertThat(hide(key.replace("\n", "\r\n"), key)).isEqualTo("****\r\n");
    }

    @Test
    void aValueThatAProgramHasWrappedIsFound() {
        assertThat(hide("hun\nter2\n", "hunter2")).isEqualTo("****\n");
        assertThat(hide("hun\n\n\n\n\nter2", "hunter2")).isEqualTo("hun\n\n\n\n\nter2");
    }

    @Test
    void whatIsTooShortIsCountedAndNotMasked() {
        assertThat(masks("abc", "abcd").tooShort()).isEqualTo(1);
        assertThat(hide("abc abcd", "abc", "abcd")).isEqualTo("abc ****");
    }

    @Test
    void whatMayBeAValueIsHeldUntilItIsKnown() {
        var out = new ByteArrayOutputStream();
        MaskStream stream = masks("hunter2").stream(out::write);
        stream.write("say hunt".getBytes(UTF_8), 8);
        assertThat(out.toString(UTF_8)).isEqualTo("say ");
        stream.end();
        assertThat(out.toString(UTF_8)).isEqualTo("say hunt");
    }

    /** Small alphabets and random cuts, against a search that knows nothing of streams. */
    @Test
    void anyCutsGiveWhatASimpleSearchGives() {
        for (int seed = 0; seed < 3000; seed++) {
            var random = new Random(seed);
            Set<String> patterns = new HashSet<>();
            for (int i = random.nextInt(1, 5); i > 0; i--) {
                patterns.add(letters(random, "abc", random.nextInt(4, 9)));
            }
            String text = letters(random, "abcabcabcabcabc\n\r\n\n", random.nextInt(400));
            assertThat(cut(random, new PatternTrie(patterns), text))
                    .as("seed %d, %s in %s", seed, patterns, text)
                    .isEqualTo(simple(patterns, text));
        }
    }

    /** So many letters that hardly anything begins a value, and values so long that the search may jump far. */
    @Test
    void longValuesAreFoundAmongMuchElse() {
        String alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/=\u00e9\u00ff ";
        for (int seed = 0; seed < 1000; seed++) {
            var random = new Random(seed);
            List<String> patterns = Stream.generate(() -> letters(random, alphabet, random.nextInt(4, 40)))
                    .limit(random.nextInt(1, 5))
                    .toList();
            var text = new StringBuilder();
            while (text.length() < 500) {
                text.append(letters(random, alphabet + "\n\r\n", random.nextInt(40)));
                String value = patterns.get(random.nextInt(patterns.size()));
                int from = random.nextInt(3) == 0 ? 1 : 0;
                text.append(value, from, random.nextInt(from, value.length()))
                        .append(letters(random, "\n\r\n", random.nextInt(3)))
                        .append(random.nextBoolean() ? wrapped(random, value) : value);
            }
            assertThat(cut(random, new PatternTrie(patterns), text.toString()))
                    .as("seed %d, %s in %s", seed, patterns, text)
                    .isEqualTo(simple(Set.copyOf(patterns), text.toString()));
        }
    }

    private static String wrapped(Random random, String value) {
        int at = random.nextInt(1, value.length());
        return value.substring(0, at) + letters(random, "\n\r", random.nextInt(1, 4)) + value.substring(at);
    }

    private static String letters(Random random, String alphabet, int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        alphabet.substring(random.nextInt(alphabet.length())).substring(0, 1))
                .reduce("", String::concat);
    }

    private static String cut(Random random, PatternTrie patterns, String text) {
        var out = new ByteArrayOutputStream();
        var stream = new MaskStream(patterns, out::write);
        int at = 0;
        while (at < text.length()) {
            int end = Math.min(text.length(), at + random.nextInt(1, random.nextBoolean() ? 20 : 200));
            stream.write(text.substring(at, end).getBytes(ISO_8859_1), end - at);
            at = end;
        }
        stream.end();
        return out.toString(ISO_8859_1);
    }

    private static String simple(Set<String> patterns, String text) {
        var hidden = new boolean[text.length()];
        List<Integer> places = new ArrayList<>();
        int breaks = 0;
        for (int i = 0; i < text.length(); i++) {
            boolean isBreak = text.charAt(i) == '\n' || text.charAt(i) == '\r';
            breaks = isBreak ? breaks + 1 : 0;
            if (breaks > MaskStream.MOST_BREAKS) {
                places.clear();
            } else if (!isBreak) {
                places.add(i);
                hideEnds(patterns, text, places, hidden);
            }
        }
        var result = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (!hidden[i]) {
                result.append(text.charAt(i));
            } else if (i == 0 || !hidden[i - 1]) {
                result.append("****");
            }
        }
        return result.toString();
    }

    private static void hideEnds(Set<String> patterns, String text, List<Integer> places, boolean[] hidden) {
        for (String pattern : patterns) {
            int from = places.size() - pattern.length();
            if (from >= 0
                    && IntStream.range(0, pattern.length())
                            .allMatch(i -> text.charAt(places.get(from + i)) == pattern.charAt(i))) {
                IntStream.rangeClosed(places.get(from), places.getLast()).forEach(i -> hidden[i] = true);
            }
        }
    }
}
