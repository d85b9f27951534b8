package io.signalbox.runner.adapter.process.family;

import io.signalbox.model.id.AttemptId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What every process of an attempt carries, whatever session and parents it has by now: the attempt's id in its environment, and a number in its limit of
 * file locks. Linux has not looked at that limit since 2.4.25 (getrlimit(2)), but hands it on at each fork and exec, so that it stays where an
 * environment is cleared.
 *
 * @param attempt the attempt
 */
public record Mark(AttemptId attempt) {
    /** Environment variable with the attempts a process belongs to, outermost first: a runner may itself run inside a task. */
    public static final String VARIABLE = "SIGNALBOX_GUARDED";

    /** The variable's value for a process that this attempt starts, when this process itself carries {@code inherited}. */
    public String text(String inherited) {
        return inherited + ":" + attempt;
    }

    /** The number: positive, and of no other attempt for all we know. */
    public long number() {
        byte[] name = attempt.value().getBytes(StandardCharsets.US_ASCII);
        return UUID.nameUUIDFromBytes(name).getMostSignificantBits() >>> 2;
    }

    /** Puts the number on a process that has started nothing yet. Where that is not possible, the variable has to do. */
    void put(long process) {
        try {
            Kernel.limitFileLocks(process, number());
        } catch (IOException e) {
            assert !isNumbered(process) : "a number that could not be put is not there";
        }
    }

    /** Whether a process carries it; of another user's only the number can be seen. */
    boolean isOn(long process) {
        return isNumbered(process) || ProcFolder.of(process).environmentHas(VARIABLE, attempt.value());
    }

    private boolean isNumbered(long process) {
        return ProcFolder.of(process)
                .fileLocks()
                .filter(Long.toString(number())::equals)
                .isPresent();
    }
}
