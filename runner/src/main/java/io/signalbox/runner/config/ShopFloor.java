package io.signalbox.runner.config;

import io.signalbox.runner.adapter.disk.DiskJournal;
import io.signalbox.runner.adapter.disk.DiskSpools;
import io.signalbox.runner.adapter.disk.SpoolQuota;
import io.signalbox.runner.adapter.disk.workspace.DiskWorkspaces;
import io.signalbox.runner.adapter.disk.workspace.KeptFolders;
import io.signalbox.runner.adapter.docker.ContainerShells;
import io.signalbox.runner.adapter.docker.EngineProbe;
import io.signalbox.runner.adapter.process.BashShells;
import io.signalbox.runner.config.setting.RunnerHome;
import io.signalbox.runner.config.setting.TaskSettings;
import io.signalbox.runner.execution.Timer;
import io.signalbox.runner.journal.OpenAttempt;
import io.signalbox.runner.output.LogLines;
import io.signalbox.runner.session.Session;
import io.signalbox.runner.session.Surroundings;
import io.signalbox.runner.slot.LocalWorkshop;
import io.signalbox.runner.slot.Slot;
import io.signalbox.runner.slot.Tools;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import tools.jackson.databind.ObjectMapper;

/** The slots and what they work with. */
final class ShopFloor {
    /** A relay stores what its slots say within a second. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final RunnerHome home;
    private final DiskJournal journal;
    private final Timer timer;
    private final ObjectMapper json;
    private final List<OpenAttempt> leftovers;
    private final DiskWorkspaces workspaces;
    private final DiskSpools spools;
    private final TaskSettings tasks;

    ShopFloor(
            RunnerHome home,
            DiskJournal journal,
            SpoolQuota quota,
            Timer timer,
            ObjectMapper json,
            TaskSettings tasks) {
        this.tasks = tasks;
        this.home = home;
        this.journal = journal;
        this.timer = timer;
        this.json = json;
        this.leftovers = journal.open();
        this.workspaces = new DiskWorkspaces(
                home.work(),
                Path.of(System.getProperty("user.home")),
                new KeptFolders(home.kept(), tasks.keepFailed()));
        this.spools = new DiskSpools(home.spool(), quota);
    }

    /** Ends what an earlier run left and removes what nobody needs any more. Blocks. */
    void clear() throws IOException {
        for (OpenAttempt left : leftovers) {
            BashShells.endLeftovers(left.attempt());
        }
        clearContainers();
        workspaces.clear();
        BashShells.clear(home.shells());
        spools.keepOnly(new HashSet<>(journal.ids()));
    }

    private void clearContainers() throws IOException {
        if (!leftovers.isEmpty() && EngineProbe.answers(tasks.containers().socket())) {
            try (var containers = containers()) {
                boolean _ = containers.endLeftovers(journal.ids());
            }
        }
    }

    private ContainerShells containers() throws IOException {
        return new ContainerShells(tasks.containers(), home.shells(), json);
    }

    /** Works in all slots until the runner's end. Blocks. */
    void work(Session session, Surroundings surroundings, int slots) throws IOException {
        try (var shells = new BashShells(home.shells());
                var containers = containers()) {
            var placed = new PlacedShells(shells, containers);
            var tools = new Tools(placed, workspaces, spools, new LogLines(json), timer, tasks.hooks(), json);
            var workshop = new LocalWorkshop(tools, journal, session, surroundings);
            long firstSync = session.credentials().firstSync();
            var threads = new ArrayList<Thread>();
            for (int number = 0; number < slots; number++) {
                var slot = new Slot(number, session, journal, workshop, surroundings, firstSync);
                List<OpenAttempt> mine = of(number, slots);
                threads.add(Thread.ofVirtual().name("slot-" + number).start(() -> run(slot, mine, surroundings)));
            }
            surroundings.life().awaitEnd();
            awaitLastWords(threads, LAST_WORDS, session);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A slot that breaks must not be missed in silence: whoever started the runner starts it again. */
    private static void run(Slot slot, List<OpenAttempt> leftovers, Surroundings surroundings) {
        try {
            slot.run(leftovers);
        } catch (RuntimeException e) {
            surroundings.log().say("Ending, because a slot broke: " + e);
            surroundings.life().fail();
        }
    }

    /** There may be fewer slots than before. */
    private List<OpenAttempt> of(int number, int slots) {
        return leftovers.stream().filter(left -> left.slot() % slots == number).toList();
    }

    /** Who has not ended in time is still trying: its last word was not heard. */
    static void awaitLastWords(List<Thread> slots, Duration patience, Session session) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        for (Thread slot : slots) {
            if (!slot.join(Duration.ofNanos(deadline - System.nanoTime()))) {
                session.lastWordUnheard();
            }
        }
    }
}
