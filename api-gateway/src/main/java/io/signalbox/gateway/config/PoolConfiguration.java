package io.signalbox.gateway.config;

import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.adapter.mongo.pool.MongoPoolStore;
import io.signalbox.gateway.adapter.mongo.pool.MongoRegistrationPolicies;
import io.signalbox.gateway.adapter.mongo.project.MongoProjectStore;
import io.signalbox.gateway.json.JsonBody;
import io.signalbox.gateway.pool.PoolController;
import io.signalbox.gateway.pool.PoolStore;
import io.signalbox.gateway.pool.Pools;
import io.signalbox.gateway.pool.TokenSessions;
import io.signalbox.gateway.project.ProjectController;
import io.signalbox.gateway.project.Projects;
import io.signalbox.gateway.security.TokenValue;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Pools, registration tokens and projects. */
@Configuration(proxyBeanMethods = false)
class PoolConfiguration {

    @Bean
    PoolStore poolStore(Store store) {
        return new MongoPoolStore(store);
    }

    @Bean
    Pools pools(PoolStore pools, Store store, InstantSource storeTime) {
        return new Pools(pools, new MongoRegistrationPolicies(store), storeTime);
    }

    @Bean
    PoolController poolController(JsonBody json, Pools pools, TokenSessions sessions) {
        SecureRandom random = new SecureRandom();
        return new PoolController(json, pools, () -> TokenValue.random(TokenValue.REGISTRATION, random), sessions);
    }

    @Bean
    ProjectController projectController(JsonBody json, Store store, InstantSource storeTime) {
        return new ProjectController(json, new Projects(new MongoProjectStore(store), storeTime));
    }
}
