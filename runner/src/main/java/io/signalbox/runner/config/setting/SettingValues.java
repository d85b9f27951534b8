package io.signalbox.runner.config.setting;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is set, as what it is. A wrong value is refused with its option, and with what it must be. */
public final class SettingValues {
    private static final Pattern SHORT_TIME = Pattern.compile("(\\d{1,9})(s|m|h)");

    private final SettingSources sources;

    /** Of these sources. */
    public SettingValues(SettingSources sources) {
        this.sources = sources;
    }

    Optional<String> text(Setting setting) {
        return sources.values(setting).stream().findFirst();
    }

    /** Each value may itself be several, between commas. */
    List<String> texts(Setting setting) {
        return sources.values(setting).stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    List<URI> addresses(Setting setting) {
        return texts(setting).stream()
                .map(text -> parsed(setting, "an address such as https://signalbox.example.org", text, URI::create))
                .toList();
    }

    boolean isOn(Setting setting) {
        return one(setting, "true or false", SettingValues::truth).orElse(false);
    }

    Optional<Integer> number(Setting setting) {
        return one(setting, "a whole number", Integer::valueOf);
    }

    Optional<Double> fraction(Setting setting) {
        return one(setting, "a number", Double::valueOf);
    }

    Optional<Path> path(Setting setting) {
        return one(setting, "a path", Path::of);
    }

    Optional<Path> readable(Setting setting) {
        Optional<Path> path = path(setting);
        if (path.isPresent() && !Files.isReadable(path.get())) {
            throw new InvalidSettingException(setting.option() + " must be a readable file, but was " + path.get());
        }
        return path;
    }

    Optional<Duration> time(Setting setting) {
        return one(setting, "a time such as 90s, 10m or 1h", SettingValues::duration);
    }

    Optional<DataSize> size(Setting setting) {
        return one(setting, "a size such as 500MB or 2g", DataSize::parse);
    }

    private <T> Optional<T> one(Setting setting, String kind, Function<String, T> parser) {
        return text(setting).map(value -> parsed(setting, kind, value, parser));
    }

    private static <T> T parsed(Setting setting, String kind, String value, Function<String, T> parser) {
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new InvalidSettingException(setting.option() + " must be " + kind + ", but was " + value);
        }
    }

    private static boolean truth(String value) {
        return switch (value.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(value);
        };
    }

    /** As people write them, and as ISO-8601 has them. */
    private static Duration duration(String value) {
        Matcher matcher = SHORT_TIME.matcher(value);
        return Duration.parse(
                matcher.matches() ? "PT" + matcher.group(1) + matcher.group(2).toUpperCase(Locale.ROOT) : value);
    }
}
