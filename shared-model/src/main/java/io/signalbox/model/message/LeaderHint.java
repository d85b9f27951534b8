package io.signalbox.model.message;

/**
 * Published each second by every scheduler; whoever receives it is the active consumer and may take the epoch (C14).
 *
 * @param from which scheduler published it
 */
public record LeaderHint(String from) implements Message {}
