package io.signalbox.gateway.config.relay;

import io.micrometer.core.instrument.MeterRegistry;
import io.signalbox.backbone.bus.MessageBus;
import io.signalbox.backbone.mongo.StoreClock;
import io.signalbox.gateway.adapter.agent.AgentJson;
import io.signalbox.gateway.adapter.metrics.RunnerMeters;
import io.signalbox.gateway.audit.AuditLog;
import io.signalbox.gateway.audit.relay.AuditedSecrets;
import io.signalbox.gateway.config.relay.RelayStores.RelayExecutor;
import io.signalbox.gateway.log.LogWriter;
import io.signalbox.gateway.relay.Refusals;
import io.signalbox.gateway.relay.beat.Beats;
import io.signalbox.gateway.relay.bell.BellPublisher;
import io.signalbox.gateway.relay.claim.Claims;
import io.signalbox.gateway.relay.claim.JobPayloads;
import io.signalbox.gateway.relay.claim.LiveAttempts;
import io.signalbox.gateway.relay.claim.SlotRecords;
import io.signalbox.gateway.relay.claim.StartReports;
import io.signalbox.gateway.relay.command.FallbackPoll;
import io.signalbox.gateway.relay.command.HighestEpoch;
import io.signalbox.gateway.relay.command.RelayCommands;
import io.signalbox.gateway.relay.command.RelayRecord;
import io.signalbox.gateway.relay.command.RelayRecords;
import io.signalbox.gateway.relay.finish.AttemptDirectory;
import io.signalbox.gateway.relay.finish.EndReports;
import io.signalbox.gateway.relay.finish.FinishAttempt;
import io.signalbox.gateway.relay.session.RelayParts;
import io.signalbox.gateway.relay.session.Sessions;
import io.signalbox.gateway.runner.RunnerStore;
import io.signalbox.gateway.secret.Secrets;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.spec.TaskSpec;
import java.net.URI;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** The relay: sessions, claims, beats, bells and duties. */
@Configuration(proxyBeanMethods = false)
@Import({
    RelayStores.class,
    AgentConfiguration.class,
    RunnerConfiguration.class,
    HealthConfiguration.class,
    RefusalConfiguration.class
})
public class RelayConfiguration {

    @Bean
    HighestEpoch highestEpoch() {
        return new HighestEpoch();
    }

    @Bean
    JobPayloads jobPayloads(Supplier<URI> publicUrl) {
        return new JobPayloads(publicUrl);
    }

    @Bean
    Claims claims(
            StartReports reports, Beats beats, LiveAttempts attempts, HighestEpoch highest, AuditedSecrets secrets) {
        JsonMapper mapper = AgentJson.mapper();
        return new Claims(reports, beats, attempts, highest, spec -> mapper.readValue(spec, TaskSpec.class), secrets);
    }

    @Bean
    AuditedSecrets auditedSecrets(Secrets secrets, AuditLog audit, RelayExecutor blocking) {
        return new AuditedSecrets(secrets, audit, RelayStores.WALL_CLOCK, blocking);
    }

    @Bean
    FinishAttempt finishAttempt(LogWriter log, EndReports reports, AttemptDirectory directory) {
        return new FinishAttempt(log, reports, directory);
    }

    @Bean(destroyMethod = "close")
    BellPublisher schedulerBells(RelayId relay, MessageBus bus, HighestEpoch highest) {
        return new BellPublisher(relay, bus, highest);
    }

    @Bean(destroyMethod = "close")
    TimerThread holdTimer() {
        return new TimerThread();
    }

    @Bean
    RelayParts relayParts(
            Claims claims,
            Beats beats,
            LiveAttempts attempts,
            SlotRecords records,
            FinishAttempt finish,
            BellPublisher bells,
            Refusals refusals,
            TimerThread timer) {
        return new RelayParts(claims, beats, attempts, records, finish, bells, refusals, timer, System::nanoTime);
    }

    @Bean
    Sessions sessions(RunnerStore runners, RelayParts parts, RelayExecutor background, StoreClock clock) {
        return new Sessions(runners, parts, background, () -> clock.now().map(StoreClock.Reading::instant));
    }

    @Bean
    RelayRecord relayRecord(
            RelayId relay, RelayRecords records, HighestEpoch highest, BellPublisher bells, RelayExecutor background) {
        return new RelayRecord(relay, records, highest, bells, background);
    }

    @Bean
    RelayCommands relayCommands(Sessions sessions, HighestEpoch highest, Refusals refusals, RelayRecord record) {
        return new RelayCommands(sessions, highest, refusals, record);
    }

    @Bean
    FallbackPoll fallbackPoll(
            RelayId relay,
            MessageBus bus,
            RelayRecords records,
            HighestEpoch highest,
            LiveAttempts attempts,
            RelayCommands commands) {
        return new FallbackPoll(relay, bus::health, records, highest, attempts, commands);
    }

    @Bean
    RelayDuties relayDuties(
            Sessions sessions,
            Beats beats,
            BellPublisher bells,
            RelayRecord record,
            FallbackPoll poll,
            MeterRegistry registry) {
        return new RelayDuties(sessions, beats, bells, record, poll, new RunnerMeters(registry));
    }
}
