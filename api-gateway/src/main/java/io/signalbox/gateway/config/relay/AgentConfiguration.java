package io.signalbox.gateway.config.relay;

import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.adapter.agent.AgentJson;
import io.signalbox.gateway.adapter.agent.ControlHandler;
import io.signalbox.gateway.adapter.agent.Endpoints;
import io.signalbox.gateway.adapter.agent.LogPushHandler;
import io.signalbox.gateway.adapter.agent.exchange.BodyRoom;
import io.signalbox.gateway.adapter.autoscaler.PoolLoadHandler;
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
import java.security.SecureRandom;
import org.eclipse.jetty.http.pathmap.ServletPathSpec;
import org.eclipse.jetty.server.handler.PathMappingsHandler;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The agents' protocol. */
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
    ControlHandler controlHandler(
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
        return new ControlHandler(sessions, refusals, endpoints);
    }

    @Bean
    LogPushHandler logPushHandler(
            Sessions sessions,
            LogWriter log,
            AttemptDirectory directory,
            Refusals refusals,
            BodyRoom room,
            RelayExecutor writers) {
        return new LogPushHandler(sessions, log, directory, refusals, room, writers);
    }

    @Bean
    PoolLoadHandler poolLoadHandler(RegistrationTokens tokens, Store store, Refusals refusals) {
        return new PoolLoadHandler(tokens, new MongoPoolWork(store), refusals, AgentJson.mapper());
    }

    /** The addresses of agents, which the application of the clients never sees. */
    @Bean
    PathMappingsHandler agentAddresses(ControlHandler control, LogPushHandler logs, PoolLoadHandler load) {
        var addresses = new PathMappingsHandler.NoContext();
        addresses.addMapping(new ServletPathSpec(RelayPaths.BASE + "/*"), control);
        addresses.addMapping(new ServletPathSpec(RelayPaths.LOGS + "/*"), logs);
        PoolLoadHandler.PATHS.forEach(path -> addresses.addMapping(new ServletPathSpec(path), load));
        return addresses;
    }
}
