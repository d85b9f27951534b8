package io.signalbox.runner.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.relay.FinishedAttempt;
import io.signalbox.model.task.AttemptResult;
import io.signalbox.runner.contact.Moment;
import io.signalbox.runner.execution.ManualTimer;
import io.signalbox.runner.job.Hooks;
import io.signalbox.runner.journal.OpenAttempt;
import io.signalbox.runner.output.LogLines;
import io.signalbox.runner.output.Spool;
import io.signalbox.runner.output.Spools;
import io.signalbox.runner.session.Lifecycle;
import io.signalbox.runner.session.ScriptedRelay;
import io.signalbox.runner.session.Sessions;
import io.signalbox.runner.session.Surroundings;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LocalWorkshopTest {
    private static final AttemptId ATTEMPT = new AttemptId("0198c5f0-8b1e-8c3a-9f00-000000000001");

    private final Lifecycle life = new Lifecycle();
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final Surroundings surroundings = Sessions.surroundings(life);
    private final MemoryJournal journal = new MemoryJournal();
    private final List<FinishedAttempt> ends = new CopyOnWriteArrayList<>();

    /** The others go on meanwhile: a runner that ended for it would take them along. */
    @Test
    void anEndThatAFullDiskDoesNotTakeIsToldWhenThereIsRoom() {
        journal.began(new OpenAttempt(ATTEMPT, 0, URI.create("https://relay/log"), null));
        journal.diskIsFull = true;
        workshop().begin(SlotTest.job(ATTEMPT), new Moment(0, 0), ends::add);
        await().until(() -> !log.isEmpty());
        assertThat(ends).isEmpty();
        journal.diskIsFull = false;
        await().until(() -> !ends.isEmpty());
        assertThat(ends).singleElement().returns(AttemptResult.FAILED, FinishedAttempt::result);
        assertThat(log)
                .containsExactly("Waiting to note the end of attempt " + ATTEMPT + ": java.io.IOException: no space");
        assertThat(life.isOver()).isFalse();
    }

    private LocalWorkshop workshop() {
        var json = JsonMapper.builder().build();
        var tools = new Tools(
                (_, _) -> {
                    throw new IOException("no space");
                },
                _ -> {
                    throw new IOException("no space");
                },
                new NoSpools(),
                new LogLines(json),
                new ManualTimer(),
                () -> Hooks.NONE,
                json);
        var heard = new Surroundings(
                log::add,
                life,
                surroundings.pauses(),
                surroundings.clock(),
                surroundings.random(),
                surroundings.moments(),
                surroundings.health(),
                surroundings.board());
        return new LocalWorkshop(tools, journal, Sessions.open(new ScriptedRelay(), heard), heard);
    }

    /** The disk is full. */
    private static final class NoSpools implements Spools {
        @Override
        public Spool create(AttemptId attempt) throws IOException {
            throw new IOException("no space");
        }

        @Override
        public Spool recover(AttemptId attempt) throws IOException {
            throw new IOException("no space");
        }
    }
}
