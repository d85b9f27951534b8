package io.signalbox.gateway.config.security;

import io.signalbox.backbone.mongo.Store;
import io.signalbox.backbone.mongo.StoreClock;
import io.signalbox.gateway.adapter.metrics.GatewayMeters;
import io.signalbox.gateway.adapter.mongo.security.MongoApiTokenStore;
import io.signalbox.gateway.audit.AuditFact.Actor;
import io.signalbox.gateway.audit.AuditStore;
import io.signalbox.gateway.audit.http.RequestFacts;
import io.signalbox.gateway.config.duty.Duties;
import io.signalbox.gateway.json.JsonBody;
import io.signalbox.gateway.rate.RateLimitFilter;
import io.signalbox.gateway.rate.RateLimits;
import io.signalbox.gateway.rate.RefusalFilter;
import io.signalbox.gateway.security.ApiTokenStore;
import io.signalbox.gateway.security.Authentication;
import io.signalbox.gateway.security.AuthenticationFilter;
import io.signalbox.gateway.security.DecoyAlarm;
import io.signalbox.gateway.security.Lockout;
import io.signalbox.gateway.security.MeController;
import io.signalbox.gateway.security.TokenValue;
import io.signalbox.gateway.token.ApiTokens;
import io.signalbox.gateway.token.TokenController;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Authentication of the client API and its tokens, with the audit log. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RateSettings.class)
@Import({MeController.class, AuditConfiguration.class})
public class SecurityConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(SecurityConfiguration.class);
    private static final Duration NOTE_USES_EVERY = Duration.ofMinutes(1);
    private static final Duration FORGET_EVERY = Duration.ofHours(1);
    /** Behind Spring's own filters. */
    private static final int AUTHENTICATION = 1_000;

    @Bean
    ApiTokenStore apiTokenStore(Store store) {
        return new MongoApiTokenStore(store);
    }

    @Bean
    Authentication authentication(ApiTokenStore tokens, StoreClock clock) {
        return new Authentication(tokens, () -> clock.now().map(StoreClock.Reading::instant), System::nanoTime);
    }

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService securityDuties(Authentication authentication, AuditStore audit, InstantSource storeTime) {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("security-duty").factory());
        Duties duties = new Duties(thread, "security");
        duties.every(NOTE_USES_EVERY, authentication::noteUses);
        duties.every(FORGET_EVERY, () -> audit.removeBefore(storeTime.instant().minus(AuditConfiguration.KEPT)));
        return thread;
    }

    @Bean
    DecoyAlarm decoyAlarm(RequestFacts facts, GatewayMeters meters) {
        return (token, request) -> {
            String address = request.getRemoteAddr();
            LOG.error("Heard the alarm: decoy token '{}' ({}) was used from {}", token.name(), token.id(), address);
            meters.decoyUsed();
            facts.decoy(new Actor(token.id(), token.name(), address), request);
        };
    }

    @Bean
    FilterRegistrationBean<AuthenticationFilter> authenticationFilter(Authentication authentication, DecoyAlarm alarm) {
        var filter = new FilterRegistrationBean<>(
                new AuthenticationFilter(authentication, new Lockout(System::nanoTime), alarm));
        filter.addUrlPatterns("/api/*");
        filter.setOrder(AUTHENTICATION);
        return filter;
    }

    @Bean
    FilterRegistrationBean<RateLimitFilter> rateLimitFilter(RateSettings settings) {
        var filter = new FilterRegistrationBean<>(
                new RateLimitFilter(new RateLimits(settings.allowance(), System::nanoTime)));
        filter.addUrlPatterns("/api/*");
        filter.setOrder(AUTHENTICATION + 1);
        return filter;
    }

    @Bean
    FilterRegistrationBean<RefusalFilter> refusalFilter(RateSettings settings) {
        var filter = new FilterRegistrationBean<>(new RefusalFilter(
                new RateLimits(settings.refusals(), System::nanoTime), it -> LockSupport.parkNanos(it.toNanos())));
        filter.addUrlPatterns("/api/*");
        filter.setOrder(AUTHENTICATION + 2);
        return filter;
    }

    @Bean
    TokenController tokenController(JsonBody json, ApiTokenStore tokens, InstantSource storeTime) {
        SecureRandom random = new SecureRandom();
        return new TokenController(
                json, new ApiTokens(tokens, storeTime), () -> TokenValue.random(TokenValue.API, random));
    }
}
