package io.signalbox.gateway.problem;

import io.signalbox.model.error.ErrorCode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads query parameters; a wrong value ends the request with a problem that names parameter and value. */
public final class Parameters {
    private static final int USUAL_LIMIT = 50;
    private static final int MOST = 500;
    private static final int SHOWN = 60;

    private Parameters() {}

    /** The value that {@code reader} makes of the text; what it throws as illegal is the caller's mistake. */
    public static <T> T parse(String name, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
            throw wrong(
                    "The parameter '%s' has a wrong value: %s, but was '%s'".formatted(name, e.getMessage(), shown));
        }
    }

    /** All values of a parameter that may be repeated. */
    public static <T> List<T> all(String name, @Nullable List<String> texts, Function<String, T> reader) {
        return texts == null
                ? List.of()
                : texts.stream().map(text -> parse(name, text, reader)).toList();
    }

    /** The value, which must be there. */
    public static <T> T require(String name, Optional<T> value, String expected) {
        return value.orElseThrow(() -> wrong("The parameter '%s' must be %s".formatted(name, expected)));
    }

    /** The length of a page: 50 if nothing is said, from 1 to 500. */
    public static int limit(Optional<String> text) {
        return text.map(it -> (int) number("limit", it, 1, MOST)).orElse(USUAL_LIMIT);
    }

    /** A whole number within limits. */
    public static long number(String name, String text, long least, long most) {
        return parse(name, text, it -> {
            long value = it.matches("\\d{1,18}") ? Long.parseLong(it) : -1;
            if (value < least || value > most) {
                throw new IllegalArgumentException("it must be a whole number from %d to %d".formatted(least, most));
            }
            return value;
        });
    }

    private static ProblemException wrong(String detail) {
        return Problem.of(ErrorCode.INVALID_PARAMETER, detail).toException();
    }

    /** Reads {@code true} or {@code false}. */
    public static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false");
        };
    }
}
