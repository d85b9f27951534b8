package io.signalbox.gateway.pool;

import io.signalbox.gateway.access.Needs;
import io.signalbox.gateway.access.Role;
import io.signalbox.gateway.leader.AskLeader;
import io.signalbox.gateway.openapi.Described;
import io.signalbox.model.error.ErrorCode;
import io.signalbox.model.message.RelayCommand.Scaled;
import io.signalbox.model.message.SchedulerCommand.ScalingPlease;
import io.signalbox.model.outlook.Scaling;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Says how many slots a pool should have, and why. */
@RestController
public final class ScalingController {
    private final Pools pools;
    private final AskLeader leader;

    /** Asks {@code leader} about {@code pools}. */
    public ScalingController(Pools pools, AskLeader leader) {
        this.pools = pools;
        this.leader = leader;
    }

    @GetMapping("/api/v1/pools/{pool}/scaling")
    @Needs(Role.VIEWER)
    @Described(
            id = "poolScaling",
            summary = "Says how many slots a pool should have, and why",
            problems = ErrorCode.SCHEDULER_UNAVAILABLE)
    Scaling scaling(@PathVariable String pool) throws InterruptedException {
        Pool known = pools.require(pool);
        return leader.ask(Scaled.class, (relay, request) -> new ScalingPlease(relay, request, known.name()))
                .scaling();
    }
}
