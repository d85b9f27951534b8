package io.signalbox.faults.core.history;

/**
 * A cancel that was asked for.
 *
 * @param task of which task
 * @param status of HTTP: 202 accepted, 200 too late; 0 when no answer came
 */
public record Wish(String task, int status) implements Entry {}
