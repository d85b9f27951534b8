package io.signalbox.model.id;

import java.util.regex.Pattern;

/** The one shape of names that people choose and that stand in addresses, routing keys and tags. */
final class Names {
    static final String SHAPE = "1 to 63 of a-z, 0-9, '-', '_' and '.', beginning with a letter or digit";
    private static final Pattern PATTERN = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,62}");

    private Names() {}

    static boolean isValid(String value) {
        return PATTERN.matcher(value).matches();
    }

    static String require(String kind, String value) {
        if (!isValid(value)) {
            throw new IllegalArgumentException(kind + " must be " + SHAPE);
        }
        return value;
    }
}
