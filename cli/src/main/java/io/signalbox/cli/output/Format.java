package io.signalbox.cli.output;

/** For whom the output is. */
public enum Format {
    /** People. */
    TABLE,
    /** Programs: what the API has answered, as one document. */
    JSON;

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
