package io.signalbox.backbone.config;

import io.signalbox.backbone.mongo.Store;
import io.signalbox.backbone.mongo.StoreClock;
import io.signalbox.backbone.mongo.StoreSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The process's store and its clock. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreProperties.class)
class StoreConfiguration {

    @Bean
    Store store(StoreProperties properties) {
        return Store.open(StoreSettings.at(properties.mongodbUri(), "signalbox"));
    }

    @Bean(initMethod = "start")
    StoreClock storeClock(Store store) {
        return store.clock();
    }
}
