package io.signalbox.backbone.config;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;

/** All of the backbone: store, bus, their health, and the defaults of the management port. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:signalbox-backbone.properties")
@Import({StoreConfiguration.class, BusConfiguration.class, HealthConfiguration.class})
public class BackboneConfiguration {}
