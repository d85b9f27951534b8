package io.signalbox.gateway.runner;

import io.signalbox.gateway.access.Scope;
import io.signalbox.gateway.problem.Problem;
import io.signalbox.gateway.runner.Runner.Availability;
import io.signalbox.model.error.ErrorCode;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.id.TaskId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Shows runners and does with them what people want. Blocks; thread-safe; each change can be repeated. */
public final class Runners {
    private final RunnerStore store;
    private final RunnerStates states;
    private final RunnerWork work;
    private final RunnerBells bells;

    /** Shows what these say. */
    public Runners(RunnerStore store, RunnerStates states, RunnerWork work, RunnerBells bells) {
        this.store = store;
        this.states = states;
        this.work = work;
        this.bells = bells;
    }

    List<RunnerView> list(Predicate<RunnerView> wanted) {
        List<Runner> all = store.all();
        Map<RunnerId, RunnerStates.State> said =
                states.of(all.stream().map(Runner::id).toList());
        return all.stream()
                .map(runner -> RunnerView.of(runner, state(runner, said), Map.of()))
                .filter(wanted)
                .toList();
    }

    /** A runner, with what it runs for who may see the tasks of all projects. */
    RunnerView get(String id, Scope scope) {
        Runner runner = require(id);
        Map<Integer, TaskId> shown = scope.includes(Scope.everything()) ? work.of(runner.id()) : Map.of();
        return RunnerView.of(runner, state(runner, states.of(List.of(runner.id()))), shown);
    }

    RunnerView decide(String id, UnaryOperator<Availability> decision) {
        Runner runner = require(id);
        Availability decided = decision.apply(runner.availability());
        if (!store.decide(runner.id(), decided)) {
            throw missing(id);
        }
        bells.decided(runner);
        return get(id, Scope.everything());
    }

    /** Whether a runner may be removed that has tasks. */
    enum Removal {
        IDLE_ONLY,
        FORCED
    }

    void remove(String id, Removal removal) {
        Runner runner = require(id);
        boolean busy =
                runner.disconnectedAt().isEmpty() && !work.of(runner.id()).isEmpty();
        if (busy && removal == Removal.IDLE_ONLY) {
            throw Problem.of(
                            ErrorCode.RUNNER_BUSY,
                            "Runner " + runner.name() + " has tasks; drain it first, or use force=true")
                    .toException();
        }
        store.remove(runner.id());
        bells.removed(runner);
    }

    private Runner require(String id) {
        return Optional.of(id)
                .filter(RunnerId::isValid)
                .flatMap(it -> store.byId(new RunnerId(it)))
                .orElseThrow(() -> missing(id));
    }

    /** One that the scheduler has not seen yet has just registered. */
    private static RunnerStates.State state(Runner runner, Map<RunnerId, RunnerStates.State> said) {
        return said.getOrDefault(runner.id(), RunnerStates.State.ONLINE);
    }

    private static RuntimeException missing(String id) {
        String shown = RunnerId.isValid(id) ? " " + id : " of this id";
        return Problem.of(ErrorCode.NOT_FOUND, "There is no runner" + shown).toException();
    }
}
