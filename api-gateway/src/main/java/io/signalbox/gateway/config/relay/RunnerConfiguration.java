package io.signalbox.gateway.config.relay;

import io.signalbox.backbone.bus.Destination;
import io.signalbox.backbone.bus.MessageBus;
import io.signalbox.backbone.bus.Outgoing;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.adapter.mongo.runner.MongoRunnerStates;
import io.signalbox.gateway.pool.TokenSessions;
import io.signalbox.gateway.relay.bell.SchedulerBells;
import io.signalbox.gateway.relay.claim.LiveAttempt;
import io.signalbox.gateway.relay.claim.LiveAttempts;
import io.signalbox.gateway.runner.Runner;
import io.signalbox.gateway.runner.RunnerBells;
import io.signalbox.gateway.runner.RunnerController;
import io.signalbox.gateway.runner.RunnerStore;
import io.signalbox.gateway.runner.RunnerWork;
import io.signalbox.gateway.runner.Runners;
import io.signalbox.model.message.RelayCommand.DrainRunner;
import io.signalbox.model.message.SchedulerCommand.RunnerGone.GoneRunner;
import io.signalbox.model.store.CollectionNames;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The client API of runners. */
@Configuration(proxyBeanMethods = false)
class RunnerConfiguration {

    @Bean
    RunnerController runnerController(
            Store store, RunnerStore runners, LiveAttempts attempts, MessageBus bus, SchedulerBells bells) {
        return new RunnerController(new Runners(
                runners,
                new MongoRunnerStates(store.leaving(CollectionNames.RUNNER_STATES)),
                work(attempts),
                new Bells(bus, bells)));
    }

    @Bean
    TokenSessions tokenSessions(RunnerStore runners, MessageBus bus, SchedulerBells bells) {
        Bells told = new Bells(bus, bells);
        return token -> runners.all().stream()
                .filter(runner -> runner.disconnectedAt().isEmpty())
                .filter(runner -> runner.credentials().registrationToken().equals(token))
                .filter(runner ->
                        runners.disconnect(runner.id(), runner.generation(), RelayStores.WALL_CLOCK.instant()))
                .forEach(told::removed);
    }

    private static RunnerWork work(LiveAttempts attempts) {
        return runner -> attempts.on(runner).join().stream()
                .collect(Collectors.toMap(live -> live.slot().number(), LiveAttempt::task, (first, _) -> first));
    }

    private record Bells(MessageBus bus, SchedulerBells scheduler) implements RunnerBells {
        @Override
        public void decided(Runner runner) {
            runner.relay().ifPresent(relay -> {
                var _ = bus.send(
                        List.of(new Outgoing(new Destination.Relay(relay), new DrainRunner(List.of(runner.id())))));
            });
        }

        @Override
        public void removed(Runner runner) {
            decided(runner);
            scheduler.gone(new GoneRunner(runner.id(), runner.generation()));
        }
    }
}
