package io.signalbox.gateway.adapter.mongo.runner;

import io.signalbox.gateway.core.slot.Protocol;
import io.signalbox.gateway.runner.Runner;
import io.signalbox.gateway.runner.Runner.Availability;
import io.signalbox.gateway.runner.Runner.Credentials;
import io.signalbox.gateway.runner.Runner.Host;
import io.signalbox.gateway.runner.Runner.Manners;
import io.signalbox.gateway.runner.StoredSlot;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.store.RunnerFields;
import io.signalbox.model.store.SlotFields;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** A runner as its document: what {@link RunnerFields} and {@link SlotFields} say. */
final class RunnerDocument {
    private RunnerDocument() {}

    static Document of(Runner runner) {
        Document document = new Document(RunnerFields.ID, runner.id().value())
                .append(RunnerFields.NAME, runner.name())
                .append(RunnerFields.GENERATION, runner.generation().value())
                .append(RunnerFields.TOKEN_HASH, runner.credentials().tokenHash())
                .append(RunnerFields.REGISTRATION_TOKEN, runner.credentials().registrationToken())
                .append(RunnerFields.POOL, runner.pool().value())
                .append(RunnerFields.TAGS, runner.tags())
                .append(
                        RunnerFields.PROJECTS,
                        runner.projects().stream().map(ProjectName::value).toList())
                .append(RunnerFields.SLOT_COUNT, runner.slots().size())
                .append(RunnerFields.PAUSED, runner.availability().paused())
                .append(RunnerFields.DRAINING, runner.availability().draining())
                .append(RunnerFields.REGISTERED_AT, Date.from(runner.registeredAt()))
                .append(RunnerFields.SLOTS, slots(runner.slots()));
        document.putAll(host(runner.host()));
        document.putAll(manners(runner.manners()));
        runner.relay().ifPresent(relay -> document.append(RunnerFields.RELAY, relay.value()));
        runner.disconnectedAt().ifPresent(at -> document.append(RunnerFields.DISCONNECTED_AT, Date.from(at)));
        return document;
    }

    private static Document host(Host host) {
        return new Document(RunnerFields.VERSION, host.version())
                .append(RunnerFields.OS, host.os())
                .append(RunnerFields.ARCH, host.arch())
                .append(RunnerFields.HOSTNAME, host.hostname())
                .append(RunnerFields.PID, host.pid());
    }

    private static Document manners(Manners manners) {
        Document document = new Document(RunnerFields.SINGLE_JOB, manners.singleJob())
                .append(RunnerFields.IDLE_TIMEOUT, manners.idleTimeout().toSeconds())
                .append(
                        RunnerFields.INTERRUPTION_GRACE,
                        manners.interruptionGrace().toSeconds());
        if (manners.protocol() == Protocol.OFFICIAL) {
            document.append(RunnerFields.OFFICIAL, true);
        }
        return document;
    }

    private static Document slots(List<StoredSlot> slots) {
        Document documents = new Document();
        for (StoredSlot slot : slots) {
            Document document = new Document(SlotFields.SYNC, slot.sync())
                    .append(SlotFields.BEAT, slot.beat())
                    .append(SlotFields.WAIT, slot.patience().toSeconds());
            slot.attempt().ifPresent(attempt -> document.append(SlotFields.ATTEMPT, attempt.value()));
            documents.append(Integer.toString(slot.number()), document);
        }
        return documents;
    }

    static Runner runner(Document document) {
        return new Runner(
                new RunnerId(document.getString(RunnerFields.ID)),
                document.getString(RunnerFields.NAME),
                new Generation(number(document, RunnerFields.GENERATION)),
                new Credentials(
                        document.getString(RunnerFields.TOKEN_HASH),
                        document.getString(RunnerFields.REGISTRATION_TOKEN)),
                new PoolName(document.getString(RunnerFields.POOL)),
                document.getList(RunnerFields.TAGS, String.class, List.of()),
                document.getList(RunnerFields.PROJECTS, String.class, List.of()).stream()
                        .map(ProjectName::new)
                        .toList(),
                host(document),
                new Manners(
                        document.getBoolean(RunnerFields.SINGLE_JOB, false),
                        Duration.ofSeconds(number(document, RunnerFields.IDLE_TIMEOUT)),
                        Duration.ofSeconds(number(document, RunnerFields.INTERRUPTION_GRACE)),
                        document.getBoolean(RunnerFields.OFFICIAL, false) ? Protocol.OFFICIAL : Protocol.OURS),
                availability(document),
                Optional.ofNullable(document.getString(RunnerFields.RELAY)).map(RelayId::new),
                document.getDate(RunnerFields.REGISTERED_AT).toInstant(),
                Optional.ofNullable(document.getDate(RunnerFields.DISCONNECTED_AT))
                        .map(Date::toInstant),
                slots(document.get(RunnerFields.SLOTS, new Document())),
                ConditionDocument.condition(document));
    }

    static Availability availability(Document document) {
        return new Availability(
                document.getBoolean(RunnerFields.PAUSED, false), document.getBoolean(RunnerFields.DRAINING, false));
    }

    private static Host host(Document document) {
        return new Host(
                document.getString(RunnerFields.VERSION),
                document.getString(RunnerFields.OS),
                document.getString(RunnerFields.ARCH),
                document.getString(RunnerFields.HOSTNAME),
                number(document, RunnerFields.PID));
    }

    private static List<StoredSlot> slots(Document documents) {
        return documents.entrySet().stream()
                .map(entry -> slot(Integer.parseInt(entry.getKey()), (Document) entry.getValue()))
                .toList();
    }

    private static StoredSlot slot(int number, Document document) {
        return new StoredSlot(
                number,
                number(document, SlotFields.SYNC),
                number(document, SlotFields.BEAT),
                Optional.ofNullable(document.getString(SlotFields.ATTEMPT)).map(AttemptId::new),
                Duration.ofSeconds(number(document, SlotFields.WAIT)));
    }

    private static long number(Document document, String field) {
        Number number = document.get(field, Number.class);
        return number == null ? 0 : number.longValue();
    }
}
