package io.signalbox.cli.output;

/** How a text stands out, where colours are shown. */
public enum Style {
    NONE(""),
    BOLD("1"),
    FAINT("2"),
    BAD("31"),
    GOOD("32"),
    UNDER_WAY("33");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    String on(String text) {
        return code.isEmpty() || text.isBlank() ? text : "\033[" + code + "m" + text + "\033[0m";
    }
}
