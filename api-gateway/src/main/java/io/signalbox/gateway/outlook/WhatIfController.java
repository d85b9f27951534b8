package io.signalbox.gateway.outlook;

import io.signalbox.gateway.access.Needs;
import io.signalbox.gateway.access.Role;
import io.signalbox.gateway.json.JsonBody;
import io.signalbox.gateway.leader.AskLeader;
import io.signalbox.gateway.openapi.Described;
import io.signalbox.gateway.pool.PoolStore;
import io.signalbox.gateway.problem.Problem;
import io.signalbox.gateway.runner.RunnerStore;
import io.signalbox.model.error.ErrorCode;
import io.signalbox.model.message.RelayCommand.Compared;
import io.signalbox.model.message.SchedulerCommand.WhatIfPlease;
import io.signalbox.model.outlook.Comparison;
import io.signalbox.model.outlook.FleetChange;
import io.signalbox.model.rule.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Compares what becomes of the queue with the present fleet and with another one. Changes nothing. */
@RestController
public final class WhatIfController {
    private final JsonBody json;
    private final RunnerStore runners;
    private final PoolStore pools;
    private final AskLeader leader;

    /** Asks {@code leader} about changes to {@code runners} of {@code pools}. */
    public WhatIfController(JsonBody json, RunnerStore runners, PoolStore pools, AskLeader leader) {
        this.json = json;
        this.runners = runners;
        this.pools = pools;
        this.leader = leader;
    }

    @PostMapping(path = "/api/v1/what-if", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(value = Role.VIEWER, everywhere = true)
    @Described(
            id = "compareFleets",
            summary = "Compares what becomes of the queue with the present fleet and with another",
            reads = FleetChange.class,
            problems = ErrorCode.SCHEDULER_UNAVAILABLE)
    Comparison compare(InputStream body) throws IOException, InterruptedException {
        FleetChange change = json.small(body, FleetChange.class);
        List<Violation> violations = new ArrayList<>(FleetChangeRules.violations(change));
        if (violations.isEmpty()) {
            violations.addAll(unknown(change));
        }
        if (!violations.isEmpty()) {
            Violation first = violations.getFirst();
            throw Problem.of(ErrorCode.INVALID_REQUEST, first.pointer() + " " + first.detail(), violations)
                    .toException();
        }
        return leader.ask(Compared.class, (relay, request) -> new WhatIfPlease(relay, request, change))
                .comparison();
    }

    private List<Violation> unknown(FleetChange change) {
        List<Violation> found = new ArrayList<>();
        for (int i = 0; i < change.drain().size(); i++) {
            if (runners.byId(change.drain().get(i)).isEmpty()) {
                found.add(new Violation("/drain/" + i, "there is no such runner"));
            }
        }
        for (int i = 0; i < change.add().size(); i++) {
            if (pools.find(change.add().get(i).pool()).isEmpty()) {
                found.add(new Violation("/add/" + i + "/pool", "there is no such pool"));
            }
        }
        return found;
    }
}
