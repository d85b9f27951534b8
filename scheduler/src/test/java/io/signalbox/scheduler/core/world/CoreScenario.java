package io.signalbox.scheduler.core.world;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.SlotRef;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.message.SchedulerCommand.RelaySnapshot;
import io.signalbox.model.message.SchedulerCommand.SlotFree.FreeSlot;
import io.signalbox.model.message.SchedulerCommand.TaskSubmitted.SubmittedTask;
import io.signalbox.model.policy.PoolPolicy;
import io.signalbox.model.policy.ProjectPolicy;
import io.signalbox.model.task.AttemptResult;
import io.signalbox.model.task.Explanation;
import io.signalbox.model.task.TaskState;
import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.core.decide.SchedulerCore;
import io.signalbox.scheduler.core.explain.Explain;
import io.signalbox.scheduler.core.limit.Policies;
import io.signalbox.scheduler.core.runner.RelayReading;
import io.signalbox.scheduler.core.task.Attempt;
import io.signalbox.scheduler.core.task.Report;
import io.signalbox.scheduler.core.task.Report.CancelWanted;
import io.signalbox.scheduler.core.task.Report.Finished;
import io.signalbox.scheduler.core.task.Report.StartClaimed;
import io.signalbox.scheduler.core.task.StoredTask;
import io.signalbox.scheduler.core.task.TaskStatus;
import io.signalbox.scheduler.core.time.Now;
import io.signalbox.scheduler.core.view.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A leader with its store, one relay and some runners, moved step by step. Nothing happens by itself: a test says what is read, heard,
 * answered and lost.
 */
public final class CoreScenario {
    private final ModelStore store = new ModelStore();
    private final Map<Integer, ModelRunner> runners = new LinkedHashMap<>();
    private final List<Effect> effects = new ArrayList<>();
    private SchedulerCore core = new SchedulerCore(new Epoch(1));
    private long millis = 1_000_000;
    private long renewal;
    private boolean storeClockKnown = true;

    /** A leader that has loaded everything, and that its relay has answered. */
    public static CoreScenario ready() {
        CoreScenario scenario = new CoreScenario();
        scenario.loads();
        return scenario;
    }

    public ModelStore store() {
        return store;
    }

    public ModelRunner runner(int number) {
        return Objects.requireNonNull(runners.get(number));
    }

    public SchedulerCore core() {
        return core;
    }

    /** What was let be performed since it was asked for last. */
    public <E extends Effect> List<E> effects(Class<E> type) {
        return effects.stream().filter(type::isInstance).map(type::cast).toList();
    }

    public CoreScenario forgetEffects() {
        effects.clear();
        return this;
    }

    // what happens around the core

    public CoreScenario loads() {
        List<Command> commands = new ArrayList<>();
        commands.add(new Command.TasksRead(store.tasks().stream()
                .filter(task -> !task.status().state().isTerminal())
                .toList()));
        commands.add(new Command.LostRead(store.tasks().stream()
                .filter(task -> task.status().state() == TaskState.LOST)
                .toList()));
        commands.add(new Command.RunnersRead(
                runners.values().stream().map(ModelRunner::reading).toList()));
        commands.add(new Command.LoadComplete());
        return hears(commands);
    }

    /** Another leadership begins with an empty memory. */
    public CoreScenario takesOver() {
        core = new SchedulerCore(core.epoch().next());
        return forgetEffects();
    }

    public CoreScenario hears(Command... commands) {
        return hears(List.of(commands));
    }

    public CoreScenario hears(List<Command> commands) {
        List<Command> next = commands;
        while (!next.isEmpty()) {
            next = store.commit(core.decide(next, now()));
            effects.addAll(store.performed());
        }
        return this;
    }

    public Now now() {
        Instant instant = Sample.START.plusMillis(millis);
        return storeClockKnown ? Now.of(millis, instant) : new Now(millis, instant, null);
    }

    /** Time passes, in steps of a second, while relays renew and nobody is read. */
    public CoreScenario waits(Duration time) {
        long end = millis + time.toMillis();
        while (millis < end) {
            millis = Math.min(end, millis + 1_000);
            hears(new Command.Tick());
        }
        return this;
    }

    /** Time passes while everything is read each second, as the loop does. */
    public CoreScenario watches(Duration time) {
        long end = millis + time.toMillis();
        while (millis < end) {
            millis = Math.min(end, millis + 1_000);
            relayRenews();
            readsRunners();
            hears(new Command.Tick());
        }
        return this;
    }

    /** Time passes, and nobody hears of it. */
    public CoreScenario passes(long more) {
        millis += more;
        return this;
    }

    public CoreScenario losesStoreClock() {
        storeClockKnown = false;
        return this;
    }

    public CoreScenario findsStoreClock() {
        storeClockKnown = true;
        return this;
    }

    // runners and relays

    public CoreScenario withRunner(int number, int slots, String... tags) {
        return withRunner(number, new ModelRunner(Sample.runner(number), slots, tags));
    }

    public CoreScenario withRunner(int number, ModelRunner runner) {
        runners.put(number, runner);
        return relayAnswers();
    }

    /** The relay tells all that it holds, having seen this epoch. */
    public CoreScenario relayAnswers() {
        return relayTells(core.epoch());
    }

    public CoreScenario relayTells(Epoch seen) {
        return hears(new Command.RelayAnswered(new RelaySnapshot(
                Sample.RELAY,
                seen,
                true,
                runners.values().stream().map(ModelRunner::presence).toList())));
    }

    public CoreScenario relayRenews() {
        renewal++;
        return hears(new Command.RelaysRead(List.of(new RelayReading(Sample.RELAY, renewal, core.epoch()))));
    }

    public CoreScenario readsRunners() {
        return hears(new Command.RunnersRead(
                runners.values().stream().map(ModelRunner::reading).toList()));
    }

    /** The slot syncs idle, and its relay says so. */
    public CoreScenario slotIdles(int runner, int slot, @Nullable AttemptId ended) {
        ModelRunner model = runner(runner).syncs(slot, null);
        return hears(new Command.SlotsFree(
                model.relay(),
                List.of(new FreeSlot(
                        new SlotRef(model.id(), slot),
                        model.generation(),
                        model.slot(slot).sync(),
                        ended))));
    }

    public CoreScenario obeys(ProjectName project, ProjectPolicy policy) {
        return hears(new Command.PoliciesRead(new Policies(Map.of(project, policy), Map.of())));
    }

    public CoreScenario obeys(PoolName pool, PoolPolicy policy) {
        return hears(new Command.PoliciesRead(new Policies(Map.of(), Map.of(pool, policy))));
    }

    // tasks and reports

    public CoreScenario submits(int number, Sample.Terms terms) {
        store.insert(Sample.task(number), terms.build());
        return hears(new Command.TasksSubmitted(List.of(new SubmittedTask(
                Sample.task(number), store.task(Sample.task(number)).terms()))));
    }

    public CoreScenario submits(int number) {
        return submits(number, Sample.terms().createdAt(Sample.START.plusMillis(millis + number)));
    }

    /** The relay gives the attempt on the sync that is held; nobody tells the scheduler yet. */
    public StartClaimed gives(int task) {
        Attempt attempt = attempt(task);
        ModelRunner runner = holder(attempt);
        StartClaimed claim = new StartClaimed(
                Sample.task(task),
                attempt.id(),
                attempt.slot(),
                attempt.generation(),
                runner.relay(),
                runner.slot(attempt.slot().number()).sync());
        if (store.claim(claim)) {
            runner.isGiven(attempt.slot().number(), attempt.id());
        }
        return claim;
    }

    public CoreScenario starts(int task) {
        return hears(new Command.ReportsRead(List.of(gives(task))));
    }

    public CoreScenario finishes(int task, AttemptResult result) {
        return finishes(task, result, null);
    }

    public CoreScenario finishes(int task, AttemptResult result, @Nullable Integer exitCode) {
        Finished report = new Finished(Sample.task(task), attempt(task).id(), result, exitCode, null);
        return reports(report);
    }

    public CoreScenario cancels(int task) {
        return reports(wish(task));
    }

    public CancelWanted wish(int task) {
        return new CancelWanted(Sample.task(task), Sample.START.plusMillis(millis));
    }

    /** Appends reports and lets the scheduler read them together. */
    public CoreScenario reports(Report... reports) {
        for (Report report : reports) {
            store.append(report);
        }
        return hears(new Command.ReportsRead(List.of(reports)));
    }

    /** Performs the wanted withdrawals, and tells their outcome. */
    public CoreScenario withdraws() {
        List<Command> outcomes =
                effects(Effect.Withdraw.class).stream().map(store::withdraw).toList();
        effects.removeIf(Effect.Withdraw.class::isInstance);
        return hears(outcomes);
    }

    /** Reads what the core wants to be checked: the runner first, then the reports. */
    public CoreScenario checks() {
        List<Command> answers =
                effects(Effect.CheckAttempt.class).stream().map(this::read).toList();
        effects.removeIf(Effect.CheckAttempt.class::isInstance);
        return hears(answers);
    }

    /** Reads the tasks that the core wants to be read. */
    public CoreScenario answers() {
        List<Command> answers = effects(Effect.ReadTasks.class).stream()
                .map(wanted -> (Command) new Command.TasksAnswered(
                        wanted.tasks().stream()
                                .flatMap(id -> store.tasks().stream()
                                        .filter(task -> task.id().equals(id)))
                                .toList(),
                        wanted.tasks().stream()
                                .filter(id -> store.find(id) == null)
                                .toList()))
                .toList();
        effects.removeIf(Effect.ReadTasks.class::isInstance);
        return hears(answers);
    }

    /** What a check would find now; its answer may come later. */
    public Command read(Effect.CheckAttempt wanted) {
        ModelRunner found = runners.values().stream()
                .filter(runner -> runner.id().equals(wanted.runner()))
                .findFirst()
                .orElse(null);
        List<Report> about = store.reports().stream()
                .filter(report -> report instanceof Report.OfAttempt of
                        ? of.attempt().equals(wanted.attempt())
                        : report.task().equals(wanted.task()))
                .toList();
        return new Command.AttemptChecked(
                wanted.task(), wanted.attempt(), wanted.suspicion(), found == null ? null : found.reading(), about);
    }

    // what became of it

    public Snapshot snapshot() {
        return core.snapshot(now());
    }

    /** Why the task waits, as whoever asks is told. */
    public Explanation explain(int task) {
        return core.inquiry(Sample.task(task), now())
                .map(waiting -> Explain.waiting(snapshot(), waiting))
                .orElseGet(Explanation::notWaiting);
    }

    /** What would become of a task with these terms. */
    public Explanation preview(Sample.Terms terms) {
        return Explain.preview(snapshot(), core.inquiry(terms.build(), now()));
    }

    public StoredTask task(int number) {
        return store.task(Sample.task(number));
    }

    public TaskState state(int number) {
        return task(number).status().state();
    }

    /** The live attempt. */
    public Attempt attempt(int number) {
        if (task(number).status() instanceof TaskStatus.Live live) {
            return live.attempt();
        }
        throw new AssertionError("task " + number + " has no live attempt: " + task(number));
    }

    public TaskStatus.Ended end(int number) {
        if (task(number).status() instanceof TaskStatus.Ended ended) {
            return ended;
        }
        throw new AssertionError("task " + number + " has not ended: " + task(number));
    }

    private ModelRunner holder(Attempt attempt) {
        return runners.values().stream()
                .filter(runner -> runner.id().equals(attempt.slot().runner()))
                .findFirst()
                .orElseThrow();
    }

    /** Ids of the tasks for which an assignment was published. */
    public List<TaskId> published() {
        return effects(Effect.PublishAssignment.class).stream()
                .map(effect -> effect.assignment().task())
                .toList();
    }
}
