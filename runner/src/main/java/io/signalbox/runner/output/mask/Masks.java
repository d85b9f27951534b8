package io.signalbox.runner.output.mask;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The values that must not appear in a log. What is shorter than {@value #SHORTEST} bytes is not among them: it would be found everywhere, and so be told
 * by what is missing.
 */
public final class Masks {
    /** Fewest bytes of a value, and of a line of one, that is masked. */
    public static final int SHORTEST = 4;

    /** Nothing is masked. */
    public static final Masks NONE = new Masks(Set.of(), 0);

    private final PatternTrie patterns;
    private final boolean empty;
    private final int tooShort;

    private Masks(Set<String> patterns, int tooShort) {
        this.patterns = new PatternTrie(patterns);
        this.empty = patterns.isEmpty();
        this.tooShort = tooShort;
    }

    /**
     * Of these values, each in padded base64.
     *
     * @throws IllegalArgumentException for one that is not
     */
    public static Masks of(List<String> values) {
        var patterns = new LinkedHashSet<String>();
        int tooShort = 0;
        for (String value : values) {
            String bytes = decode(value);
            tooShort += bytes.length() < SHORTEST ? 1 : 0;
            bytes.lines()
                    .filter(line -> line.length() >= SHORTEST)
                    .forEach(line -> patterns.addAll(Spellings.of(line)));
            if (bytes.length() >= SHORTEST) {
                patterns.addAll(Spellings.of(bytes));
            }
        }
        patterns.removeIf(pattern -> pattern.length() < SHORTEST);
        return new Masks(patterns, tooShort);
    }

    private static String decode(String value) {
        try {
            return new String(Base64.getDecoder().decode(value), StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a value to mask is not base64", e);
        }
    }

    /** How many values were too short. */
    public int tooShort() {
        return tooShort;
    }

    /** A stream whose output has none of the values. */
    public MaskStream stream(MaskStream.Sink sink) {
        return new MaskStream(patterns, sink);
    }

    /** The text without the values. */
    public String hide(String text) {
        if (empty) {
            return text;
        }
        var hidden = new ByteArrayOutputStream();
        MaskStream stream = stream(hidden::write);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        stream.write(bytes, bytes.length);
        stream.end();
        return hidden.toString(StandardCharsets.UTF_8);
    }
}
