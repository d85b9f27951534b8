package io.signalbox.faults.core.history;

import org.jspecify.annotations.Nullable;

/**
 * The log of an attempt as the API gave it after everything.
 *
 * @param attempt whose
 * @param output the bytes, as text
 * @param proof what following its hash chain showed
 */
public record ShownLog(String attempt, String output, Proof proof) implements Entry {

    /**
     * What {@code …/log/verify} says.
     *
     * @param complete whether everything is there
     * @param sealed whether nothing can follow
     * @param gaps how many ranges are stated as missing
     * @param brokenAt where the chain is broken
     */
    public record Proof(
            boolean complete,
            boolean sealed,
            int gaps,
            @Nullable Long brokenAt) {}
}
