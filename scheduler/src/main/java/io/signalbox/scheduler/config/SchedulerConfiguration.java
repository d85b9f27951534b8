package io.signalbox.scheduler.config;

import io.signalbox.backbone.config.BackboneConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The whole scheduler. Importing this class is all that a process needs to be one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({LeadershipProperties.class, RetentionProperties.class})
@Import({
    BackboneConfiguration.class,
    StoresConfiguration.class,
    LoopConfiguration.class,
    MetricsConfiguration.class,
    SchedulerLifecycle.class
})
public class SchedulerConfiguration {}
