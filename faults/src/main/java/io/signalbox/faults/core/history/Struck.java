package io.signalbox.faults.core.history;

/**
 * A fault that the run had.
 *
 * @param fault what happened
 * @param target to whom
 */
public record Struck(String fault, String target) implements Entry {}
