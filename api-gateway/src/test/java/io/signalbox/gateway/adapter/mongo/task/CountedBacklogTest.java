package io.signalbox.gateway.adapter.mongo.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.signalbox.gateway.adapter.mongo.EmbeddedStore;
import io.signalbox.gateway.task.submit.Backlog.Limit;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.model.store.ProjectFields;
import io.signalbox.model.store.TaskFields;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CountedBacklogTest {
    private static final ProjectName CROWDED = new ProjectName("crowded");

    private final EmbeddedStore embedded = EmbeddedStore.start();
    private final CountedBacklog backlog = new CountedBacklog(embedded.store(), 2);

    @BeforeEach
    void twoWait() {
        Document waiting = new Document(TaskFields.STATE, "queued").append(TaskFields.PROJECT, CROWDED.value());
        embedded.store()
                .deciding(CollectionNames.TASKS)
                .insertMany(List.of(new Document(waiting), new Document(waiting)));
    }

    @AfterEach
    void close() {
        backlog.close();
        embedded.close();
    }

    @Test
    void aProjectThatNobodyCanReadStopsTheCountingNoLongerThanItIsThere() {
        limit("many");
        backlog.start();
        await().until(() -> backlog.reached(CROWDED).isPresent());
        assertThat(backlog.reached(CROWDED)).contains(new Limit.OfAll(2));
        embedded.store().deciding(CollectionNames.TASKS).deleteOne(new Document());
        limit(1);
        await().until(() -> backlog.reached(CROWDED).equals(Optional.of(new Limit.OfProject(CROWDED, 1))));
    }

    private void limit(Object most) {
        embedded.store()
                .deciding(CollectionNames.PROJECTS)
                .updateOne(
                        Filters.eq(ProjectFields.ID, CROWDED.value()),
                        Updates.set(ProjectFields.BACKLOG, most),
                        new UpdateOptions().upsert(true));
    }
}
