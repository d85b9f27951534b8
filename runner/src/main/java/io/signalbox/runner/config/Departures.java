package io.signalbox.runner.config;

import io.signalbox.runner.config.setting.RunnerSettings.Departure;
import io.signalbox.runner.execution.Timer;
import io.signalbox.runner.session.Lifecycle;
import io.signalbox.runner.session.Surroundings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Everything that makes the runner leave: signals, a notice that the machine goes, one task done, idleness. */
final class Departures {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int STOPPED_AT_ONCE = 1;

    private final Departure departure;
    private final Lifecycle life;
    private final Timer timer;
    private final Surroundings surroundings;
    private final AtomicInteger signals = new AtomicInteger();
    private final AtomicInteger idleSeconds = new AtomicInteger();

    Departures(Departure departure, Lifecycle life, Timer timer, Surroundings surroundings) {
        this.departure = departure;
        this.life = life;
        this.timer = timer;
        this.surroundings = surroundings;
    }

    /** The first signal drains; the second ends the process, whose guards then end what runs. */
    void signal() {
        if (signals.incrementAndGet() > 1) {
            surroundings.log().say("Ending at once: a second signal came");
            Runtime.getRuntime().halt(STOPPED_AT_ONCE);
        }
        drain("a signal came; running tasks may take " + inWords(departure.drainLimit()));
        Timer.Alarm _ = timer.after(departure.drainLimit(), life::end);
    }

    /** The machine will be taken away soon. */
    private void lookForInterruption(Path notice) {
        if (Files.exists(notice)) {
            drain("the machine will go (" + notice + "); running tasks may take "
                    + inWords(departure.interruptionLimit()));
            Timer.Alarm _ = timer.after(departure.interruptionLimit(), life::end);
        } else {
            Timer.Alarm _ = timer.after(SECOND, () -> lookForInterruption(notice));
        }
    }

    /** Begins to look at what the settings name. */
    void watch() {
        if (departure.afterJob()) {
            life.afterAttempt(() -> drain("its one task is done"));
        }
        if (departure.interruptionFile() != null) {
            lookForInterruption(departure.interruptionFile());
        }
        if (departure.afterIdle() != null) {
            // One that is over in less than a second may lie between two looks.
            life.afterAttempt(() -> idleSeconds.set(0));
            lookAgain(departure.afterIdle());
        }
    }

    private void lookAgain(Duration limit) {
        int idle = life.isBusy() ? 0 : idleSeconds.get() + 1;
        idleSeconds.set(idle);
        if (idle > limit.toSeconds()) {
            drain("there was no task for " + inWords(limit));
            return;
        }
        Timer.Alarm _ = timer.after(SECOND, () -> lookAgain(limit));
    }

    /** As it is set: {@code 1h30m}. */
    private static String inWords(Duration time) {
        return time.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
    }

    private void drain(String why) {
        if (!life.isDraining()) {
            surroundings.log().say("Draining: " + why);
            life.drain(surroundings.clock().instant());
        }
    }
}
