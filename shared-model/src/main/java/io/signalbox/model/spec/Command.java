package io.signalbox.model.spec;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * One piece of shell text, run as a unit. In JSON a string, or an object with {@code run} and {@code alias}.
 *
 * @param run the text
 * @param alias what the log shows instead of it
 */
public record Command(String run, @Nullable String alias) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public Command(@JsonProperty("run") String run, @JsonProperty("alias") @Nullable String alias) {
        this.run = run;
        this.alias = alias;
    }

    /** A command shown as it is. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Command of(String run) {
        return new Command(run, null);
    }

    @JsonValue
    Object json() {
        return alias == null ? run : new Aliased(run, alias);
    }

    /** The object form: its fields keep their order. */
    private record Aliased(String run, String alias) {}
}
