package io.signalbox.runner.output.mask;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The ways in which programs write a value: as it is, in base64 at each of the three places where it may stand in a longer text (RFC 4648), and quoted
 * for URLs (RFC 3986), JSON (RFC 8259) and shells. Bytes are characters of ISO 8859-1 here, and line breaks are left out, as {@link MaskStream} does.
 */
final class Spellings {
    private static final int BITS = 8;
    private static final int SEXTET = 6;
    private static final int PLACES = 3;
    private static final String SHELL_SAFE = "@%+=:,./-_";

    private Spellings() {}

    static Set<String> of(String value) {
        var all = new HashSet<String>();
        all.add(value);
        addBase64(all, value);
        addUrl(all, value);
        addJson(all, value);
        addShell(all, value);
        return all.stream().map(Spellings::withoutLineBreaks).collect(Collectors.toSet());
    }

    private static String withoutLineBreaks(String text) {
        return text.replace("\n", "").replace("\r", "");
    }

    private static void addBase64(Set<String> all, String value) {
        for (int before = 0; before < PLACES; before++) {
            byte[] bytes = ("\0".repeat(before) + value).getBytes(StandardCharsets.ISO_8859_1);
            String whole = Base64.getEncoder().encodeToString(bytes);
            // What stands before and after shares the letters at the edges.
            int from = (before * BITS + SEXTET - 1) / SEXTET;
            String inner = whole.substring(from, bytes.length * BITS / SEXTET);
            all.add(inner);
            all.add(urlSafe(inner));
            if (before == 0) {
                all.add(whole);
                all.add(urlSafe(whole));
                all.add(whole.replace("=", ""));
            }
        }
    }

    private static String urlSafe(String base64) {
        return base64.replace('+', '-').replace('/', '_');
    }

    private static void addUrl(Set<String> all, String value) {
        String strict = percent(value, "-._~");
        all.add(strict);
        all.add(strict.replace("%20", "+"));
        all.add(percent(value, "-._~!'()*"));
        all.add(percent(value, "-._*").replace("%20", "+"));
        all.add(percent(value, "-._~:/?#[]@!$&'()*+,;="));
        Set.copyOf(all).stream().filter(text -> text.indexOf('%') >= 0).forEach(text -> all.add(lowerHex(text)));
    }

    private static String percent(String value, String kept) {
        return value.chars()
                .mapToObj(c -> isWord(c) || kept.indexOf(c) >= 0
                        ? Character.toString(c)
                        : "%" + HexFormat.of().withUpperCase().toHexDigits((byte) c))
                .collect(Collectors.joining());
    }

    private static String lowerHex(String text) {
        var lower = new StringBuilder(text);
        for (int at = text.indexOf('%'); at >= 0 && at + 2 < text.length(); at = text.indexOf('%', at + 1)) {
            lower.replace(at, at + 3, text.substring(at, at + 3).toLowerCase(Locale.ROOT));
        }
        return lower.toString();
    }

    private static boolean isWord(int c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static void addJson(Set<String> all, String value) {
        String plain = escaped(value, "\"\\");
        all.add(plain);
        all.add(plain.replace("/", "\\/"));
        String text = escaped(new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8), "\"\\");
        all.add(asciiOnly(text));
        // As some writers keep it out of HTML.
        all.add(asciiOnly(text).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"));
    }

    private static String asciiOnly(String text) {
        return text.chars()
                .mapToObj(c -> c < 0x7F ? Character.toString(c) : "\\u%04x".formatted(c))
                .collect(Collectors.joining());
    }

    private static void addShell(Set<String> all, String value) {
        all.add(value.replace("'", "'\\''"));
        all.add(value.replace("'", "'\"'\"'"));
        all.add(escaped(value, "'\\"));
        all.add(value.chars()
                .mapToObj(c -> isWord(c) || SHELL_SAFE.indexOf(c) >= 0 || c > 0x7F
                        ? Character.toString(c)
                        : "\\" + Character.toString(c))
                .collect(Collectors.joining()));
        all.add(value.replaceAll("([\"$`\\\\])", "\\\\$1"));
    }

    private static String escaped(String value, String quoted) {
        var text = new StringBuilder();
        value.chars().forEach(c -> {
            int named = "\b\t\n\f\r".indexOf(c);
            if (named >= 0) {
                text.append('\\').append("btnfr".charAt(named));
            } else if (c < ' ') {
                text.append("\\u%04x".formatted(c));
            } else {
                text.append(quoted.indexOf(c) >= 0 ? "\\" : "").append((char) c);
            }
        });
        return text.toString();
    }
}
