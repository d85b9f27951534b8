package io.signalbox.gateway.config;

import io.signalbox.backbone.mongo.Store;
import io.signalbox.backbone.mongo.StoreClock;
import io.signalbox.gateway.adapter.mongo.security.MongoApiTokenStore;
import io.signalbox.gateway.security.ApiTokenStore;
import io.signalbox.gateway.security.Authentication;
import io.signalbox.gateway.security.AuthenticationFilter;
import io.signalbox.gateway.security.MeController;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Authentication of the client API. */
@Configuration(proxyBeanMethods = false)
@Import(MeController.class)
class SecurityConfiguration {

    @Bean
    ApiTokenStore apiTokenStore(Store store) {
        return new MongoApiTokenStore(store);
    }

    @Bean
    Authentication authentication(ApiTokenStore tokens, StoreClock clock) {
        return new Authentication(tokens, () -> clock.now().map(StoreClock.Reading::instant), System::nanoTime);
    }

    @Bean
    FilterRegistrationBean<AuthenticationFilter> authenticationFilter(Authentication authentication) {
        var filter = new FilterRegistrationBean<>(new AuthenticationFilter(authentication));
        filter.addUrlPatterns("/api/*");
        return filter;
    }
}
