package io.signalbox.cli.output;

import java.util.regex.Pattern;

/**
 * Makes text of others harmless for a terminal: a name or a message could otherwise move the cursor, change the title, or show something else than
 * it says. Escape sequences go as a whole (ECMA-48), as do all other control characters and those that turn the direction of writing.
 */
public final class Plain {
    private static final Pattern SEQUENCES = Pattern.compile(
            // CSI; OSC, DCS, SOS, PM and APC with their ends; two-character ones
            "(\\x1b\\[|\\x9b)[0-?]*[ -/]*[@-~]?"
                    + "|(\\x1b[\\]PX^_]|[\\x9d\\x90\\x98\\x9e\\x9f])[^\\x07\\x1b\\x9c]*(\\x07|\\x1b\\\\|\\x9c)?"
                    + "|\\x1b[ -/]*[0-~]?");
    private static final Pattern BREAKS = Pattern.compile("\\s*[\\r\\n\\x0b\\f\\x85\\u2028\\u2029]\\s*");
    private static final Pattern OTHERS = Pattern.compile(
            "[\\p{Cntrl}\\x{80}-\\x{9f}\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff\\p{Cs}]");

    private Plain() {}

    /** The text in one line. */
    public static String line(String text) {
        if (text.chars().allMatch(character -> character >= ' ' && character < 0x7f)) {
            return text;
        }
        String visible = SEQUENCES.matcher(text).replaceAll("");
        String one = BREAKS.matcher(visible.replace('\t', ' ').strip()).replaceAll(" ⏎ ");
        return OTHERS.matcher(one).replaceAll("");
    }
}
