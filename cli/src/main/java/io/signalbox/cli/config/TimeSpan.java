package io.signalbox.cli.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations as people write them ({@code 90s}, {@code 10m}, {@code 1h}, {@code 7d}) and as ISO-8601 has them. */
final class TimeSpan implements ITypeConverter<Duration> {
    private static final Pattern SHORT = Pattern.compile("(\\d{1,9})([smhd])");

    @Override
    public Duration convert(String value) {
        Matcher matcher = SHORT.matcher(value);
        try {
            return Duration.parse(matcher.matches() ? iso(matcher.group(1), matcher.group(2)) : value);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'" + value + "' is not a time such as 90s, 10m or 1h");
        }
    }

    private static String iso(String number, String unit) {
        return (unit.equals("d") ? "P" : "PT") + number + unit.toUpperCase(Locale.ROOT);
    }
}
