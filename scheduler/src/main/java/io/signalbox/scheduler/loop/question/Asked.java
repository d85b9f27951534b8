package io.signalbox.scheduler.loop.question;

import io.signalbox.model.message.SchedulerCommand.Question;

/** Something that waits for the loop to copy what its answer needs. */
sealed interface Asked {

    /** A gateway asked. */
    record ByGateway(Question question) implements Asked {}

    /** The metrics want to know how many slots each pool should have. */
    record ForMetrics() implements Asked {}
}
