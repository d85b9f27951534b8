package io.signalbox.gateway.config.security;

import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.adapter.mongo.audit.MongoAuditStore;
import io.signalbox.gateway.audit.AuditLog;
import io.signalbox.gateway.audit.AuditStore;
import io.signalbox.gateway.audit.http.AuditController;
import io.signalbox.gateway.audit.http.RequestFacts;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The audit log. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {
    /** For how long an entry is kept. */
    static final Duration KEPT = Duration.ofDays(400);

    @Bean
    AuditStore auditStore(Store store) {
        return new MongoAuditStore(store);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    AuditLog auditLog(AuditStore store) {
        return new AuditLog(store);
    }

    @Bean
    RequestFacts requestFacts(AuditLog log, InstantSource storeTime) {
        return new RequestFacts(log, storeTime);
    }

    @Bean
    AuditController auditController(AuditStore store) {
        return new AuditController(store);
    }
}
