package io.signalbox.gateway.config.leader;

import io.signalbox.backbone.bus.MessageBus;
import io.signalbox.gateway.adapter.bus.Bell;
import io.signalbox.gateway.adapter.metrics.GatewayMeters;
import io.signalbox.gateway.json.JsonBody;
import io.signalbox.gateway.leader.AskLeader;
import io.signalbox.gateway.outlook.WhatIfController;
import io.signalbox.gateway.pool.PoolStore;
import io.signalbox.gateway.pool.Pools;
import io.signalbox.gateway.pool.ScalingController;
import io.signalbox.gateway.runner.RunnerStore;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.message.SchedulerCommand.Question;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What only the leader knows, and who asks it. */
@Configuration(proxyBeanMethods = false)
public class LeaderConfiguration {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Bean(initMethod = "start", destroyMethod = "close")
    Bell<Question> questions(MessageBus bus, GatewayMeters meters) {
        return new Bell<>(bus, questions -> questions, meters::published);
    }

    @Bean
    AskLeader askLeader(RelayId relay, Bell<Question> questions) {
        return new AskLeader(relay, questions::ring, PATIENCE);
    }

    @Bean
    ScalingController scalingController(Pools pools, AskLeader leader) {
        return new ScalingController(pools, leader);
    }

    @Bean
    WhatIfController whatIfController(JsonBody json, RunnerStore runners, PoolStore pools, AskLeader leader) {
        return new WhatIfController(json, runners, pools, leader);
    }
}
