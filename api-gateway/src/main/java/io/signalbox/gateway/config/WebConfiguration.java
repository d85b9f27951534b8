package io.signalbox.gateway.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.signalbox.gateway.adapter.home.Home;
import io.signalbox.gateway.adapter.jetty.JettyServer;
import io.signalbox.gateway.adapter.jetty.JettySettings;
import io.signalbox.gateway.adapter.jetty.PublicUrl;
import io.signalbox.gateway.adapter.metrics.GatewayMeters;
import io.signalbox.gateway.adapter.tls.CertificateAuthority;
import io.signalbox.gateway.adapter.tls.ServerNames;
import io.signalbox.gateway.audit.http.AuditChanges;
import io.signalbox.gateway.audit.http.AuditRefusals;
import io.signalbox.gateway.audit.http.RequestFacts;
import io.signalbox.gateway.json.ApiJson;
import io.signalbox.gateway.json.JsonBody;
import io.signalbox.gateway.json.KnownMethodsOnly;
import io.signalbox.gateway.json.KnownParametersOnly;
import io.signalbox.gateway.json.RestOfBody;
import io.signalbox.gateway.openapi.OpenApiController;
import io.signalbox.gateway.problem.ErrorPage;
import io.signalbox.gateway.problem.ProblemAdvice;
import io.signalbox.gateway.security.CallerArgument;
import io.signalbox.gateway.security.RoleCheck;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.eclipse.jetty.server.handler.PathMappingsHandler;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** The web server, JSON, and what holds for all controllers. */
@Configuration(proxyBeanMethods = false)
@Import({ProblemAdvice.class, ErrorPage.class, OpenApiController.class})
class WebConfiguration {

    @Bean
    GatewayMeters gatewayMeters(MeterRegistry registry) {
        return new GatewayMeters(registry);
    }

    @Bean
    Home home(GatewaySettings settings) {
        return Home.at(settings.home());
    }

    /** Where links and runners find this installation. */
    @Bean
    PublicUrl publicUrl(GatewaySettings settings) {
        return new PublicUrl(settings.publicUrl());
    }

    @Bean
    JsonBody jsonBody() {
        return new JsonBody(ApiJson.mapper());
    }

    @Bean
    FilterRegistrationBean<KnownMethodsOnly> knownMethodsOnly() {
        var filter = new FilterRegistrationBean<>(new KnownMethodsOnly());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    FilterRegistrationBean<RestOfBody> restOfBody() {
        var filter = new FilterRegistrationBean<>(new RestOfBody());
        filter.addUrlPatterns("/api/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    JettyServer jettyServer(GatewaySettings settings, TlsSettings tls, Home home, PathMappingsHandler agentAddresses) {
        return new JettyServer(
                JettySettings.usual(settings.port()),
                certificate(settings, tls, home),
                ApiJson.mapper(),
                agentAddresses);
    }

    @Bean
    WebMvcConfigurer apiMvc(RequestFacts facts) {
        return new ApiMvc(ApiJson.mapper(), facts);
    }

    private static SslStoreBundle certificate(GatewaySettings settings, TlsSettings tls, Home home) {
        if (tls.cert() != null && tls.key() != null) {
            PemSslStoreDetails details = PemSslStoreDetails.forCertificate(
                            tls.cert().toUri().toString())
                    .withPrivateKey(tls.key().toUri().toString());
            return new PemSslStoreBundle(details, null);
        }
        Instant now = Instant.now();
        return CertificateAuthority.in(home, now)
                .issue(ServerNames.of(settings.publicUrl()), now)
                .toStores();
    }

    /** Strict JSON and parameters for the client API. */
    private record ApiMvc(JsonMapper mapper, RequestFacts facts) implements WebMvcConfigurer {
        @Override
        public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
            converters.withJsonConverter(new JacksonJsonHttpMessageConverter(mapper));
        }

        /** A comma in a parameter is a comma: lists are repeated parameters. */
        @Override
        public void addFormatters(FormatterRegistry registry) {
            registry.removeConvertible(String.class, Collection.class);
        }

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            List<HandlerInterceptor> inOrder = List.of(
                    new AuditRefusals(facts), new RoleCheck(), new KnownParametersOnly(), new AuditChanges(facts));
            for (HandlerInterceptor one : inOrder) {
                registry.addInterceptor(one).addPathPatterns("/api/**");
            }
        }

        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(new CallerArgument());
        }
    }
}
