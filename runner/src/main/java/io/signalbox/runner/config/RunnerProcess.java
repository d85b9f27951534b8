package io.signalbox.runner.config;

import io.signalbox.model.relay.RegisterRequest;
import io.signalbox.runner.adapter.disk.DiskJournal;
import io.signalbox.runner.adapter.disk.MembershipFile;
import io.signalbox.runner.adapter.docker.EngineProbe;
import io.signalbox.runner.adapter.http.Clients;
import io.signalbox.runner.adapter.http.EnvironmentProxies;
import io.signalbox.runner.adapter.http.HttpRelay;
import io.signalbox.runner.adapter.http.HttpRelay.Patience;
import io.signalbox.runner.adapter.machine.Machine;
import io.signalbox.runner.adapter.machine.ProcClock;
import io.signalbox.runner.adapter.machine.ProcessSignals;
import io.signalbox.runner.adapter.machine.ShutdownHook;
import io.signalbox.runner.adapter.machine.SystemTimer;
import io.signalbox.runner.session.Credentials;
import io.signalbox.runner.session.Gateways;
import io.signalbox.runner.session.Lifecycle;
import io.signalbox.runner.session.Registration;
import io.signalbox.runner.session.RunnerLog;
import io.signalbox.runner.session.Session;
import io.signalbox.runner.session.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * One run of the runner. Start: home, journal, what an earlier run left, registration, slots. End: no new tasks, the running ones, goodbye, home.
 */
final class RunnerProcess {
    private static final int ORDERLY = 0;
    private static final int BROKEN = 1;

    private final RunnerSettings settings;
    private final Machine machine;
    private final Lifecycle life = new Lifecycle();
    private final InstantSource clock = InstantSource.system();
    private final RunnerLog log =
            line -> System.err.println(clock.instant().truncatedTo(ChronoUnit.MILLIS) + " " + line);
    private final Surroundings surroundings =
            new Surroundings(log, life, life::pause, clock, RandomGenerator.getDefault(), new ProcClock());
    private final ObjectMapper json = JsonMapper.builder().build();

    RunnerProcess(RunnerSettings settings, Machine machine) {
        this.settings = settings;
        this.machine = machine;
    }

    int run() {
        try (var home = RunnerHome.open(settings.home());
                var journal = new DiskJournal(home.journal(), json);
                var timer = new SystemTimer()) {
            var departures = new Departures(settings.departure(), life, timer, surroundings);
            ProcessSignals.onTermination(departures::signal);
            var floor = new ShopFloor(home, journal, timer, json, settings.tasks());
            floor.clear();
            Session session = session(home);
            Optional<Credentials> granted = session.open();
            if (granted.isEmpty()) {
                return life.isDraining() || life.isOver() ? ORDERLY : BROKEN;
            }
            log.say("Ready as " + granted.get().name() + ", slots: " + settings.slots());
            departures.watch();
            floor.work(session, surroundings, settings.slots());
            session.disconnect();
            log.say("Disconnected");
            settings.tasks().shutdownHook().map(ShutdownHook::run).ifPresent(log::say);
            return session.isRefused() || life.hasFailed() ? BROKEN : ORDERLY;
        } catch (IOException e) {
            throw new UncheckedIOException("the runner cannot work in " + settings.home(), e);
        }
    }

    private Session session(RunnerHome home) {
        var relay = new HttpRelay(clients(), settings.slots(), json, Patience.usual());
        var gateways = new Gateways(settings.urls());
        var registration = new Registration(
                relay,
                gateways,
                request(),
                settings.registrationToken(),
                new MembershipFile(home.membership(), json),
                surroundings);
        return new Session(relay, gateways, registration, log);
    }

    private Clients clients() {
        try {
            return new Clients(settings.ca(), new EnvironmentProxies(System.getenv()));
        } catch (IOException e) {
            throw new InvalidSettingException("--ca " + settings.ca() + " cannot be used: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(String.valueOf(e.getMessage()));
        }
    }

    private RegisterRequest request() {
        Duration idle = settings.departure().afterIdle();
        return new RegisterRequest(
                settings.name(),
                version(),
                ProcessHandle.current().pid(),
                machine.os(),
                machine.arch(),
                machine.hostname(),
                settings.departure().afterJob(),
                idle == null ? 0 : Math.toIntExact(idle.toSeconds()),
                Math.toIntExact(settings.departure().drainLimit().toSeconds()),
                "",
                settings.slots(),
                settings.tags(),
                executors());
    }

    /** Besides the shell: a tag of these is proven, not claimed. */
    private List<String> executors() {
        return EngineProbe.answers(settings.tasks().containers().socket()) ? List.of("docker") : List.of();
    }

    private static String version() {
        String version = RunnerProcess.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }
}
