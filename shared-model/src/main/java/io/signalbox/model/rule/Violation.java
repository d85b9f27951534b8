package io.signalbox.model.rule;

/**
 * One thing wrong with a specification.
 *
 * @param pointer where, as a JSON pointer (RFC 6901)
 * @param detail what was expected, and what was found where that is short
 */
public record Violation(String pointer, String detail) {}
