package io.signalbox.runner.config.setting;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of data.
 *
 * @param bytes how many
 */
public record DataSize(long bytes) {
    private static final Pattern SHORT = Pattern.compile("(\\d{1,9})(b|[kmgt]b?)");
    private static final String UNITS = "bkmgt";
    private static final int POWER = 10;

    /**
     * Sizes as people write them, in steps of 1024: {@code 500MB}, {@code 2g}.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static DataSize parse(String value) {
        Matcher matcher = SHORT.matcher(value.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException(value + " is no size");
        }
        int unit = UNITS.indexOf(matcher.group(2).charAt(0));
        return new DataSize(Long.parseLong(matcher.group(1)) << (unit * POWER));
    }
}
