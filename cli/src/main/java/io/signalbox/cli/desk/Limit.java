package io.signalbox.cli.desk;

import java.util.OptionalInt;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import tools.jackson.databind.node.ObjectNode;

/**
 * A number that may be taken away.
 *
 * @param number it; empty: there is none
 */
public record Limit(OptionalInt number) {

    /** Reads a number, or {@code none}. */
    public static final class Reader implements ITypeConverter<Limit> {
        @Override
        public Limit convert(String text) {
            if (text.equals("none")) {
                return new Limit(OptionalInt.empty());
            }
            if (!text.matches("\\d{1,9}")) {
                throw new TypeConversionException("'" + text + "' is neither a number nor 'none'");
            }
            return new Limit(OptionalInt.of(Integer.parseInt(text)));
        }
    }

    /** Adds it to a change under this name; null takes a limit away. */
    public void addTo(ObjectNode body, String name) {
        if (number.isPresent()) {
            body.put(name, number.getAsInt());
        } else {
            body.putNull(name);
        }
    }
}
