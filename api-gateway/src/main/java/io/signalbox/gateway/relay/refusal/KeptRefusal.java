package io.signalbox.gateway.relay.refusal;

import io.signalbox.gateway.core.slot.Refusal;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.id.TaskId;
import java.time.Instant;

/**
 * All calls of one kind about one attempt that were refused.
 *
 * @param task whose attempt
 * @param attempt which
 * @param refusal what kind of calls
 * @param count how many
 * @param first when the first of them came
 * @param last when the newest of them came
 * @param runner from whom that one came
 * @param why what was wrong with it
 */
public record KeptRefusal(
        TaskId task,
        AttemptId attempt,
        Refusal refusal,
        long count,
        Instant first,
        Instant last,
        RunnerId runner,
        String why) {}
