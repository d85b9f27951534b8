package io.signalbox.gateway.config;

import io.signalbox.backbone.config.BackboneConfiguration;
import io.signalbox.gateway.config.folder.FolderConfiguration;
import io.signalbox.gateway.config.leader.LeaderConfiguration;
import io.signalbox.gateway.config.log.LogConfiguration;
import io.signalbox.gateway.config.relay.RelayConfiguration;
import io.signalbox.gateway.config.security.SecurityConfiguration;
import io.signalbox.gateway.config.webhook.WebhookConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;

/** The whole gateway. Importing this class is all that a process needs to be one; nothing is found by scanning. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:signalbox-gateway.properties")
@EnableConfigurationProperties({GatewaySettings.class, TlsSettings.class})
@Import({
    BackboneConfiguration.class,
    WebConfiguration.class,
    SecurityConfiguration.class,
    InboxConfiguration.class,
    RelayConfiguration.class,
    LogConfiguration.class,
    TaskConfiguration.class,
    EventConfiguration.class,
    PoolConfiguration.class,
    LeaderConfiguration.class,
    SecretConfiguration.class,
    WebhookConfiguration.class,
    FolderConfiguration.class,
    StartUp.class
})
public class GatewayConfiguration {}
