package io.signalbox.gateway.runner;

import io.signalbox.gateway.access.Needs;
import io.signalbox.gateway.access.Role;
import io.signalbox.gateway.audit.http.Audited;
import io.signalbox.gateway.json.Page;
import io.signalbox.gateway.openapi.Described;
import io.signalbox.gateway.problem.Parameters;
import io.signalbox.gateway.runner.Runner.Availability;
import io.signalbox.gateway.runner.Runners.Removal;
import io.signalbox.gateway.security.Caller;
import io.signalbox.model.error.ErrorCode;
import io.signalbox.model.id.PoolName;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows runners, pauses, resumes, drains and removes them. Lists are by name; a cursor is the last name shown. */
@RestController
public final class RunnerController {
    private static final String RUNNERS = "/api/v1/runners";
    private static final String RUNNER = RUNNERS + "/{id}";

    private final Runners runners;

    /** Shows {@code runners}. */
    public RunnerController(Runners runners) {
        this.runners = runners;
    }

    @GetMapping(RUNNERS)
    @Needs(Role.VIEWER)
    @Described(id = "listRunners", summary = "Lists runners by name")
    Page<RunnerView> list(
            @RequestParam Optional<String> pool,
            @RequestParam Optional<String> state,
            @RequestParam Optional<String> tag,
            @RequestParam Optional<String> limit,
            @RequestParam Optional<String> cursor) {
        Optional<PoolName> wanted = pool.map(text -> Parameters.parse("pool", text, PoolName::new));
        Optional<String> said = state.map(text -> Parameters.parse("state", text, RunnerView::state));
        Optional<String> after = cursor.map(text -> Parameters.parse("cursor", text, RunnerController::name));
        int most = Parameters.limit(limit);
        List<RunnerView> found =
                runners.list(runner -> wanted.map(runner.pool()::equals).orElse(true)
                        && said.map(runner.state()::equals).orElse(true)
                        && tag.map(runner.tags()::contains).orElse(true)
                        && after.map(name -> runner.name().compareTo(name) > 0).orElse(true));
        return found.size() <= most
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, most), cursor(found.get(most - 1).name()));
    }

    @GetMapping(RUNNER)
    @Needs(Role.VIEWER)
    @Described(id = "getRunner", summary = "Shows a runner")
    RunnerView get(@PathVariable String id, Caller caller) {
        return runners.get(id, caller.scope());
    }

    @PostMapping(RUNNER + "/pause")
    @Needs(value = Role.OPERATOR, everywhere = true)
    @Audited("runner.pause")
    @Described(id = "pauseRunner", summary = "Gives a runner no more tasks")
    RunnerView pause(@PathVariable String id) {
        return runners.decide(id, now -> new Availability(true, now.draining()));
    }

    /** Takes back a pause and a drain. */
    @PostMapping(RUNNER + "/resume")
    @Needs(value = Role.OPERATOR, everywhere = true)
    @Audited("runner.resume")
    @Described(id = "resumeRunner", summary = "Takes back a pause and a drain")
    RunnerView resume(@PathVariable String id) {
        return runners.decide(id, _ -> Availability.OPEN);
    }

    @PostMapping(RUNNER + "/drain")
    @Needs(value = Role.OPERATOR, everywhere = true)
    @Audited("runner.drain")
    @Described(id = "drainRunner", summary = "Lets a runner finish its tasks and leave")
    RunnerView drain(@PathVariable String id) {
        return runners.decide(id, now -> new Availability(now.paused(), true));
    }

    @DeleteMapping(RUNNER)
    @Needs(value = Role.OPERATOR, everywhere = true)
    @Audited("runner.remove")
    @Described(id = "removeRunner", summary = "Removes a runner", answers = 204, problems = ErrorCode.RUNNER_BUSY)
    ResponseEntity<Void> remove(@PathVariable String id, @RequestParam Optional<String> force) {
        boolean forced = force.map(text -> Parameters.parse("force", text, Parameters::flag))
                .orElse(false);
        runners.remove(id, forced ? Removal.FORCED : Removal.IDLE_ONLY);
        return ResponseEntity.noContent().build();
    }

    private static String cursor(String name) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(name.getBytes(StandardCharsets.UTF_8));
    }

    private static String name(String cursor) {
        return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    }
}
