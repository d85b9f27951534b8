package io.signalbox.model.spec;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What runs the commands. It is a tag too, which a runner proves at registration. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Executor.Shell.class, name = "shell"),
    @JsonSubTypes.Type(value = Executor.Docker.class, name = "docker")
})
public sealed interface Executor {

    /** The tag that a runner must have. */
    @JsonIgnore
    String tag();

    /**
     * A shell on the runner's own machine.
     *
     * @param tty whether it runs on a pseudo-terminal
     */
    record Shell(Boolean tty) implements Executor {
        public static final Shell DEFAULT = new Shell(true);

        public Shell {
            tty = Defaults.or(tty, true);
        }

        @Override
        public String tag() {
            return "executor:shell";
        }
    }

    /**
     * A container of the given image.
     *
     * @param image reference of the image
     * @param pull when to pull it
     */
    record Docker(String image, Pull pull) implements Executor {
        public Docker {
            pull = Defaults.or(pull, Pull.MISSING);
        }

        @Override
        public String tag() {
            return "executor:docker";
        }
    }

    /** When an image is pulled. */
    enum Pull {
        @JsonProperty("missing")
        MISSING,
        @JsonProperty("always")
        ALWAYS,
        @JsonProperty("never")
        NEVER
    }
}
