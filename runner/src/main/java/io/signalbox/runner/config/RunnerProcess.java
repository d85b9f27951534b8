package io.signalbox.runner.config;

import io.signalbox.model.relay.access.RegisterRequest;
import io.signalbox.runner.adapter.disk.DiskJournal;
import io.signalbox.runner.adapter.disk.MembershipFile;
import io.signalbox.runner.adapter.disk.SpoolQuota;
import io.signalbox.runner.adapter.docker.EngineProbe;
import io.signalbox.runner.adapter.http.HttpRelay;
import io.signalbox.runner.adapter.http.HttpRelay.Patience;
import io.signalbox.runner.adapter.machine.Machine;
import io.signalbox.runner.adapter.machine.ProcClock;
import io.signalbox.runner.adapter.machine.ProcVitals;
import io.signalbox.runner.adapter.machine.ProcessSignals;
import io.signalbox.runner.adapter.machine.ShutdownHook;
import io.signalbox.runner.adapter.machine.SystemTimer;
import io.signalbox.runner.adapter.process.platform.Platform;
import io.signalbox.runner.adapter.status.MetricsPage;
import io.signalbox.runner.adapter.status.StatusFile;
import io.signalbox.runner.config.check.MachineCheck;
import io.signalbox.runner.config.setting.InvalidSettingException;
import io.signalbox.runner.config.setting.RunnerHome;
import io.signalbox.runner.config.setting.RunnerSettings;
import io.signalbox.runner.execution.Timer;
import io.signalbox.runner.health.Health;
import io.signalbox.runner.health.HealthWatch;
import io.signalbox.runner.health.HealthWatch.Complaint;
import io.signalbox.runner.session.Credentials;
import io.signalbox.runner.session.Gateways;
import io.signalbox.runner.session.Lifecycle;
import io.signalbox.runner.session.Registration;
import io.signalbox.runner.session.RunnerLog;
import io.signalbox.runner.session.Session;
import io.signalbox.runner.session.Surroundings;
import io.signalbox.runner.status.RunnerStatus;
import io.signalbox.runner.status.StatusBoard;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * One run of the runner. Start: home, journal, what an earlier run left, registration, slots. End: no new tasks, the running ones, goodbye, home.
 */
final class RunnerProcess {
    private static final int ORDERLY = 0;
    private static final int BROKEN = 1;
    /** It can be given the folder that goes along with a task. */
    private static final String FOLDERS = "folder";

    private final RunnerSettings settings;
    private final Machine machine;
    private final Lifecycle life = new Lifecycle();
    private final InstantSource clock = InstantSource.system();
    private final RunnerLog log =
            line -> System.err.println(clock.instant().truncatedTo(ChronoUnit.MILLIS) + " " + line);
    private final Surroundings surroundings = new Surroundings(
            log,
            life,
            life::pause,
            clock,
            RandomGenerator.getDefault(),
            new ProcClock(),
            new Health(),
            new StatusBoard());
    private final ObjectMapper json = JsonMapper.builder().build();

    RunnerProcess(RunnerSettings settings, Machine machine) {
        this.settings = settings;
        this.machine = machine;
    }

    int run() {
        if (!Platform.here().lacks().isEmpty()) {
            requireSoundMachine();
        }
        try (var home = RunnerHome.open(settings.home());
                var journal = new DiskJournal(home.journal(), json);
                var timer = new SystemTimer()) {
            var departures = new Departures(settings.departure(), life, timer, surroundings);
            ProcessSignals.onTermination(departures::signal);
            SpoolQuota quota = quota();
            var floor = new ShopFloor(home, journal, quota, timer, json, settings.tasks());
            floor.clear();
            watchHealth(quota, timer);
            Session session = session(home);
            Optional<Credentials> granted = session.open();
            if (granted.isEmpty()) {
                return life.isDraining() || life.isOver() ? ORDERLY : BROKEN;
            }
            log.say("Ready as " + granted.get().name() + ", slots: " + settings.slots());
            departures.watch();
            try (Closeable _ = publish(home, quota, timer, granted.get().name())) {
                floor.work(session, surroundings, settings.slots());
            }
            session.disconnect();
            settings.tasks().shutdownHook().map(ShutdownHook::run).ifPresent(log::say);
            return session.isRefused() || life.hasFailed() ? BROKEN : ORDERLY;
        } catch (IOException e) {
            throw new UncheckedIOException("the runner cannot work in " + settings.home(), e);
        }
    }

    private void requireSoundMachine() {
        log.say("Works on a system where " + String.join("; ", Platform.here().lacks()));
        String path = System.getenv().getOrDefault("PATH", "");
        Path docker = settings.tasks().containers().socket();
        new MachineCheck(settings.home(), settings.disk().minFree(), path, docker)
                .obstacle()
                .ifPresent(obstacle -> {
                    throw new InvalidSettingException(obstacle);
                });
    }

    private SpoolQuota quota() {
        File home = settings.home().toFile();
        return new SpoolQuota(
                settings.disk().spoolLimit().bytes(), settings.disk().leastFreeForLogs(), home::getUsableSpace);
    }

    private void watchHealth(SpoolQuota quota, Timer timer) {
        List<Complaint> complaints = List.of(
                HealthWatch.aboutDisk(settings.disk().minFree().bytes()),
                _ -> quota.used() < quota.most()
                        ? null
                        : "the log that waits for the relay fills its quota (--spool-limit)");
        var vitals = new ProcVitals(Path.of("/proc"), settings.home());
        new HealthWatch(vitals, complaints, surroundings.health(), timer, clock).start();
    }

    /** Lets others see what the runner does. */
    private Closeable publish(RunnerHome home, SpoolQuota quota, Timer timer, String name) throws IOException {
        Instant started = clock.instant();
        Supplier<RunnerStatus> status = () -> new RunnerStatus(
                ProcessHandle.current().pid(),
                name,
                started,
                surroundings.board().lastSync(),
                life.isDraining(),
                surroundings.health().unready(),
                quota.used(),
                surroundings.board().slots());
        new StatusFile(home.status(), json).keep(status, timer);
        return settings.metricsPort() == 0 ? () -> {} : new MetricsPage(settings.metricsPort(), status, clock);
    }

    private Session session(RunnerHome home) {
        var relay = new HttpRelay(settings.clients(), settings.slots(), json, Patience.usual());
        var gateways = new Gateways(settings.urls());
        var registration = new Registration(
                relay,
                gateways,
                request(),
                settings.registrationToken(),
                new MembershipFile(home.membership(), json),
                surroundings);
        return new Session(relay, gateways, registration, surroundings);
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
        boolean containers = EngineProbe.answers(settings.tasks().containers().socket());
        return containers ? List.of(FOLDERS, "docker") : List.of(FOLDERS);
    }

    /** What this program is. */
    static String version() {
        String version = RunnerProcess.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }
}
