package io.signalbox.runner.config;

import io.signalbox.model.relay.access.RegisterRequest;
import io.signalbox.runner.adapter.disk.DiskJournal;
import io.signalbox.runner.adapter.disk.MembershipFile;
import io.signalbox.runner.adapter.disk.SpoolQuota;
import io.signalbox.runner.adapter.http.Clients;
import io.signalbox.runner.adapter.http.EnvironmentProxies;
import io.signalbox.runner.adapter.http.HttpRelay;
import io.signalbox.runner.adapter.http.HttpRelay.Patience;
import io.signalbox.runner.adapter.machine.ProcClock;
import io.signalbox.runner.adapter.machine.SystemTimer;
import io.signalbox.runner.config.setting.RunnerHome;
import io.signalbox.runner.config.setting.SettingSources;
import io.signalbox.runner.config.setting.SettingValues;
import io.signalbox.runner.config.setting.TaskSettings;
import io.signalbox.runner.health.Health;
import io.signalbox.runner.session.Gateways;
import io.signalbox.runner.session.Lifecycle;
import io.signalbox.runner.session.Registration;
import io.signalbox.runner.session.Session;
import io.signalbox.runner.session.Surroundings;
import io.signalbox.runner.status.StatusBoard;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** The whole runner in this process, with short pauses and little patience, so that a hazard costs a moment. */
final class LiveRunner {
    private static final long LONGEST_PAUSE = 20;

    final Health health = new Health();
    final Lifecycle life = new Lifecycle();
    final List<String> log = new CopyOnWriteArrayList<>();
    private final ObjectMapper json = JsonMapper.builder().build();
    private final Thread thread;
    private volatile boolean broken;

    LiveRunner(Path folder, Path ca, int slots, URI... gateways) {
        thread = Thread.ofPlatform().start(() -> run(folder.resolve("home"), ca, slots, List.of(gateways)));
    }

    private void run(Path folder, Path ca, int slots, List<URI> urls) {
        try (var home = RunnerHome.open(folder);
                var journal = new DiskJournal(home.journal(), json);
                var timer = new SystemTimer()) {
            var surroundings = surroundings();
            var clients = new Clients(ca, new EnvironmentProxies(Map.of()));
            var relay = new HttpRelay(clients, slots, json, new Patience(Duration.ofSeconds(2), Duration.ofSeconds(1)));
            var all = new Gateways(urls);
            var membership = new MembershipFile(home.membership(), json);
            var request =
                    new RegisterRequest("live", "dev", 1, "", "", "", false, 0, 0, "", slots, List.of(), List.of());
            var registration = new Registration(relay, all, request, "registration", membership, surroundings);
            var session = new Session(relay, all, registration, surroundings);
            var floor = new ShopFloor(
                    home,
                    journal,
                    new SpoolQuota(1 << 20, 0, () -> Long.MAX_VALUE),
                    timer,
                    json,
                    TaskSettings.of(new SettingValues(new SettingSources(Map.of(), Map.of()))));
            floor.clear();
            if (session.open().isPresent()) {
                floor.work(session, surroundings, slots);
            }
        } catch (Exception e) {
            log.add("broke: " + e);
            broken = true;
        }
    }

    private Surroundings surroundings() {
        return new Surroundings(
                log::add,
                life,
                LiveRunner.this::pause,
                InstantSource.system(),
                hasty(),
                new ProcClock(),
                health,
                new StatusBoard());
    }

    private boolean pause(Duration time) {
        return life.pause(Duration.ofMillis(Math.min(time.toMillis(), LONGEST_PAUSE)));
    }

    private static RandomGenerator hasty() {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                return 0;
            }

            @Override
            public long nextLong(long bound) {
                return Math.min(bound - 1, LONGEST_PAUSE);
            }
        };
    }

    boolean isSound() {
        return thread.isAlive() && !broken && !life.hasFailed();
    }

    void close() throws InterruptedException {
        life.end();
        thread.join();
    }
}
