package io.signalbox.scheduler.adapter.mongo;

import static io.signalbox.scheduler.core.world.Sample.task;
import static io.signalbox.scheduler.world.Changes.pass;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.backbone.mongo.write.Write;
import io.signalbox.model.id.Epoch;
import io.signalbox.scheduler.loop.batch.CommitMark;
import org.junit.jupiter.api.Test;

class TaskUpdatesTest {

    /** Its start can meet its end in one batch, and is stored by no write of its own then. */
    @Test
    void endTellsWhenTheTaskHadStarted() {
        Write commit = TaskUpdates.commit(new CommitMark(new Epoch(1), 1), pass(task(1), 1, 1));

        assertThat(((Write.Update) commit).change().getDocument("$set").containsKey("startedAt"))
                .isTrue();
    }
}
