package io.signalbox.runner.config.setting;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/**
 * An amount of data.
 *
 * @param bytes how many
 */
public record DataSize(long bytes) {
    private static final Pattern SHORT = Pattern.compile("(\\d{1,9})(B|KB|MB|GB|TB)");
    private static final Map<String, Integer> POWERS = Map.of("B", 0, "KB", 10, "MB", 20, "GB", 30, "TB", 40);

    /** Sizes as people write them: {@code 500MB}, {@code 10GB}, in steps of 1024. */
    public static DataSize parse(String value) {
        Matcher matcher = SHORT.matcher(value.strip());
        if (!matcher.matches()) {
            throw new TypeConversionException("'" + value + "' is not a size such as 500MB or 10GB");
        }
        return new DataSize(Long.parseLong(matcher.group(1)) << POWERS.getOrDefault(matcher.group(2), 0));
    }
}
