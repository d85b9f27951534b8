package io.signalbox.gateway.config.relay;

import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.adapter.agent.AgentJson;
import io.signalbox.gateway.adapter.agent.AgentServlet;
import io.signalbox.gateway.adapter.agent.Endpoints;
import io.signalbox.gateway.adapter.agent.LogPushServlet;
import io.signalbox.gateway.adapter.agent.exchange.BodyRoom;
import io.signalbox.gateway.adapter.autoscaler.PoolLoadServlet;
import io.signalbox.gateway.adapter.mongo.pool.MongoPoolWork;
import io.signalbox.gateway.audit.AuditLog;
import io.signalbox.gateway.audit.relay.AuditedRegistrations;
import io.signalbox.gateway.config.relay.RelayStores.RelayExecutor;
import io.signalbox.gateway.folder.FolderParts;
import io.signalbox.gateway.log.LogWriter;
import io.signalbox.gateway.relay.Refusals;
import io.signalbox.gateway.relay.bell.BellPublisher;
import io.signalbox.gateway.relay.claim.JobPayloads;
import io.signalbox.gateway.relay.condition.Conditions;
import io.signalbox.gateway.relay.finish.AttemptDirectory;
import io.signalbox.gateway.relay.folder.LiveFolders;
import io.signalbox.gateway.relay.session.Farewell;
import io.signalbox.gateway.relay.session.FetchJob;
import io.signalbox.gateway.relay.session.RelayParts;
import io.signalbox.gateway.relay.session.Sessions;
import io.signalbox.gateway.runner.RunnerStore;
import io.signalbox.gateway.runner.registration.NameWatch;
import io.signalbox.gateway.runner.registration.PoolNames;
import io.signalbox.gateway.runner.registration.Registrar;
import io.signalbox.gateway.runner.registration.RegistrationTokens;
import io.signalbox.gateway.runner.registration.Registrations;
import io.signalbox.gateway.security.TokenValue;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.relay.RelayPaths;
import io.signalbox.model.spec.TaskSpec;
import jakarta.servlet.Servlet;
import java.security.SecureRandom;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The servlets of the agents' protocol. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BodySettings.class)
class AgentConfiguration {

    @Bean
    BodyRoom bodyRoom(BodySettings settings) {
        return new BodyRoom(settings.size());
    }

    @Bean
    Registrations registrations(
            RunnerStore runners, RegistrationTokens tokens, PoolNames pools, RelayId relay, AuditLog audit) {
        SecureRandom random = new SecureRandom();
        Registrar registrar = new Registrar(
                runners,
                tokens,
                pools,
                new NameWatch(System::nanoTime),
                () -> TokenValue.random(TokenValue.ACCESS, random),
                new Registrar.Origin(relay, RelayStores.WALL_CLOCK));
        return new AuditedRegistrations(registrar, audit, RelayStores.WALL_CLOCK);
    }

    @Bean
    Farewell farewell(RunnerStore runners, Sessions sessions, BellPublisher bells) {
        return new Farewell(runners, sessions, bells, RelayStores.WALL_CLOCK);
    }

    @Bean
    ServletRegistrationBean<AgentServlet> agentServlet(
            Sessions sessions,
            Refusals refusals,
            Registrations registrations,
            JobPayloads payloads,
            RelayParts parts,
            AttemptDirectory directory,
            Conditions conditions,
            Farewell farewell,
            FolderParts folders,
            BodyRoom room,
            RelayExecutor writers) {
        JsonMapper mapper = AgentJson.mapper();
        Endpoints endpoints = Endpoints.of(
                new Endpoints.Runners(registrations, sessions, conditions, farewell),
                new Endpoints.Jobs(
                        payloads,
                        new FetchJob(parts.claims(), parts.attempts(), parts.records()),
                        directory,
                        new LiveFolders(parts.attempts(), directory, spec -> mapper.readValue(spec, TaskSpec.class)),
                        folders),
                refusals,
                room,
                writers);
        return servlet(new AgentServlet(sessions, refusals, endpoints), RelayPaths.BASE);
    }

    @Bean
    ServletRegistrationBean<LogPushServlet> logPushServlet(
            Sessions sessions,
            LogWriter log,
            AttemptDirectory directory,
            Refusals refusals,
            BodyRoom room,
            RelayExecutor writers) {
        return servlet(new LogPushServlet(sessions, log, directory, refusals, room, writers), RelayPaths.LOGS);
    }

    @Bean
    ServletRegistrationBean<PoolLoadServlet> poolLoadServlet(
            RegistrationTokens tokens, Store store, Refusals refusals) {
        var servlet = new PoolLoadServlet(tokens, new MongoPoolWork(store), refusals, AgentJson.mapper());
        return new ServletRegistrationBean<>(servlet, PoolLoadServlet.PATHS.toArray(String[]::new));
    }

    private static <T extends Servlet> ServletRegistrationBean<T> servlet(T servlet, String path) {
        var registration = new ServletRegistrationBean<>(servlet, path + "/*");
        registration.setAsyncSupported(true);
        registration.setLoadOnStartup(1);
        return registration;
    }
}
