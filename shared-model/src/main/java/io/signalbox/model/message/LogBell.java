package io.signalbox.model.message;

import io.signalbox.model.id.AttemptId;
import java.util.List;

/**
 * Logs grew or were sealed: live tails read on.
 *
 * @param logs whose
 */
public record LogBell(List<AttemptId> logs) implements Message {}
