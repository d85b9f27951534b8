package io.signalbox.model.message;

/**
 * A message nobody could handle (C17).
 *
 * @param reason what went wrong
 * @param code stable, for programs
 * @param origin where it was received
 * @param body the message as it came, shortened
 */
public record DeadLetter(String reason, String code, String origin, String body) implements Message {}
