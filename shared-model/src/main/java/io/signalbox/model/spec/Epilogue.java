package io.signalbox.model.spec;

import java.time.Duration;
import java.util.List;

/**
 * Commands that run after the others, whatever these did; they never change the result.
 *
 * @param always run first, in any case
 * @param onPass then, if the task passed
 * @param onFail or else, if it did not
 */
public record Epilogue(List<Command> always, List<Command> onPass, List<Command> onFail) {
    public static final Epilogue NONE = new Epilogue(List.of(), List.of(), List.of());
    /** How long all epilogues of one attempt together may take; C13 counts on it. */
    public static final Duration LIMIT = Duration.ofMinutes(5);

    public Epilogue {
        always = Defaults.list(always);
        onPass = Defaults.list(onPass);
        onFail = Defaults.list(onFail);
    }
}
