package io.signalbox.cli.output;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is at the other ends.
 *
 * @param output whether people read standard output
 * @param error whether people read standard error
 * @param input whether people type the input
 * @param colours whether colours are shown on what people read
 * @param width characters in a line; 0 where nothing is to be cut
 * @param height lines; 0 where there is no end
 */
public record Terminal(boolean output, boolean error, boolean input, boolean colours, int width, int height) {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,4}) (\\d{1,4})");
    /** Files and pipes alone. */
    public static final Terminal NONE = new Terminal(false, false, false, false, 0, 0);

    /**
     * As the launcher has seen it.
     *
     * @param ends which of 0, 1 and 2 are terminals, as digits
     * @param size rows and columns as {@code stty size} prints them; may be empty
     * @param environment of the process: {@code NO_COLOR} and {@code TERM} count
     */
    public static Terminal of(String ends, String size, Map<String, String> environment) {
        Matcher numbers = SIZE.matcher(size.strip());
        boolean sized = numbers.matches();
        boolean colours = environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
        return new Terminal(
                ends.contains("1"),
                ends.contains("2"),
                ends.contains("0"),
                colours,
                sized ? Integer.parseInt(numbers.group(2)) : 0,
                sized ? Integer.parseInt(numbers.group(1)) : 0);
    }

    String styled(String text, Style style) {
        return output && colours ? style.on(text) : text;
    }
}
