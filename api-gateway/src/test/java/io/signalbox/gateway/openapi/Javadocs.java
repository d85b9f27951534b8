package io.signalbox.gateway.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the Javadoc of records says of them and of their components: the same words describe them in the document. */
final class Javadocs {
    private static final List<Path> SOURCES =
            List.of(Path.of("src/main/java"), Path.of("../shared-model/src/main/java"));
    private static final Pattern DOCUMENTED = Pattern.compile(
            "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@[^\\n]*\\n\\s*)*(?:[a-z]+ )*(?:record|interface|enum) (\\w+)",
            Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("\\{@\\w+ ([^}]*)}");
    /** One record that shows another says so, and leaves what the fields mean to it. */
    private static final Pattern ELSEWHERE = Pattern.compile("; what the fields mean stands at (\\w+)\\.?");

    private final Map<String, String> texts = new HashMap<>();

    Javadocs() {
        SOURCES.forEach(this::read);
    }

    /** The first sentence about a type. */
    Optional<String> of(Class<?> type) {
        return text(type).map(text -> ELSEWHERE.matcher(text).replaceFirst("").replaceFirst("\\. .*", ""));
    }

    Optional<String> of(Class<?> type, String component) {
        return Optional.ofNullable(texts.get(key(type) + "." + component))
                .or(() -> text(type).flatMap(text -> {
                    Matcher other = ELSEWHERE.matcher(text);
                    return other.find()
                            ? Optional.ofNullable(texts.get(other.group(1) + "/" + other.group(1) + "." + component))
                            : Optional.empty();
                }));
    }

    private Optional<String> text(Class<?> type) {
        return Optional.ofNullable(texts.get(key(type)));
    }

    private void read(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                Matcher found = DOCUMENTED.matcher(Files.readString(file));
                while (found.find()) {
                    keep(name + "/" + found.group(2), found.group(1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep(String key, String comment) {
        String[] parts = plain(comment).split("@param ", -1);
        if (!parts[0].isBlank()) {
            texts.put(key, parts[0].strip());
        }
        for (int i = 1; i < parts.length; i++) {
            String[] words = parts[i].strip().split(" ", 2);
            if (words.length == 2) {
                texts.put(key + "." + words[0], words[1]);
            }
        }
    }

    private static String plain(String comment) {
        String line = comment.replaceAll("\\s*\\n\\s*\\*? ?", " ").strip();
        return TAG.matcher(line)
                .replaceAll(tag -> Matcher.quoteReplacement(tag.group(1).replaceFirst(".*[.#]", "")));
    }

    private static String key(Class<?> type) {
        Class<?> file = type;
        while (file.getEnclosingClass() != null) {
            file = file.getEnclosingClass();
        }
        return file.getSimpleName() + "/" + type.getSimpleName();
    }
}
