package io.signalbox.model.task;

/**
 * Why something ended.
 *
 * @param code for programs
 * @param message for people: what happened, to which id
 */
public record Reason(ReasonCode code, String message) {}
