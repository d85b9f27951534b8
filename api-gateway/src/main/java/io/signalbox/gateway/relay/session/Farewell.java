package io.signalbox.gateway.relay.session;

import io.signalbox.gateway.relay.bell.SchedulerBells;
import io.signalbox.gateway.runner.Runner;
import io.signalbox.gateway.runner.RunnerStore;
import io.signalbox.model.message.SchedulerCommand.RunnerGone.GoneRunner;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A runner says goodbye: its session ends, its token counts no more, its name is free. Repeating it finds no session. */
public final class Farewell {
    private static final Logger LOG = LoggerFactory.getLogger(Farewell.class);

    private final RunnerStore runners;
    private final Sessions sessions;
    private final SchedulerBells bells;
    private final InstantSource clock;

    /** Says it to the store first, then to the scheduler. */
    public Farewell(RunnerStore runners, Sessions sessions, SchedulerBells bells, InstantSource clock) {
        this.runners = runners;
        this.sessions = sessions;
        this.bells = bells;
        this.clock = clock;
    }

    /** Ends this session; blocks for a round trip. */
    public void bid(RunnerSession session) {
        Runner runner = session.runner();
        runners.disconnect(runner.id(), runner.generation(), clock.instant());
        sessions.close(runner.id());
        bells.gone(new GoneRunner(runner.id(), runner.generation()));
        LOG.info("Disconnected runner {} ({})", runner.name(), runner.id());
    }
}
