package io.signalbox.scheduler.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.backbone.mongo.StoreSchema;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.scheduler.adapter.mongo.purge.MongoPurgeStore;
import io.signalbox.scheduler.core.world.Sample;
import io.signalbox.scheduler.loop.purge.PurgeStore;
import io.signalbox.scheduler.loop.purge.PurgeStore.Page;
import io.signalbox.scheduler.loop.purge.PurgeStoreContract;
import io.signalbox.scheduler.world.Documents;
import io.signalbox.scheduler.world.RealStore;
import io.signalbox.testkit.infra.Infra;
import io.signalbox.testkit.infra.Part;
import io.signalbox.testkit.infra.RequiresInfra;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page of what may be purged costs the store as many documents as it finds, however many others are kept. */
@RequiresInfra(Part.MONGODB)
class PurgePlansIT {

    private static final int TASKS = 5_000;
    private static final int PAGE = 100;

    private final RealStore real;
    private final PurgeStore purge;

    PurgePlansIT(Infra infra) {
        real = new RealStore(infra);
        purge = new MongoPurgeStore(real.store());
    }

    @BeforeEach
    void fill() {
        StoreSchema.ensure(real.store());
        real.store()
                .deciding(CollectionNames.TASKS)
                .insertMany(IntStream.range(0, TASKS)
                        .mapToObj(n -> Documents.finished(PurgeStoreContract.finished(n), at(n), 0)
                                .append("finishedAt", at(n + 1)))
                        .toList());
    }

    @AfterEach
    void close() {
        real.store().database().runCommand(new Document("profile", 0));
        real.close();
    }

    @Test
    void pagesAreReadInTheOrderOfTheIndex() {
        Page first = purge.finished(null, at(TASKS / 2), PAGE);

        assertReadInOrder(() -> purge.finished(null, at(TASKS / 2), PAGE), PAGE);
        assertReadInOrder(() -> purge.finished(first.next(), at(TASKS / 2), PAGE), PAGE + 1);
    }

    @Test
    void whatIsNotDueIsNotRead() {
        assertReadInOrder(() -> purge.finished(null, at(0), PAGE), 1);
    }

    private void assertReadInOrder(Runnable reading, int most) {
        Document seen = profiled(reading);
        String plan = seen.getString("planSummary");
        assertThat(plan).startsWith("IXSCAN").doesNotContain("COLLSCAN");
        assertThat(seen).as(plan).doesNotContainKey("hasSortStage");
        assertThat(seen.getInteger("docsExamined")).as(plan).isLessThanOrEqualTo(most);
    }

    private Document profiled(Runnable reading) {
        real.store().database().getCollection("system.profile").drop();
        real.store().database().runCommand(new Document("profile", 2));
        reading.run();
        real.store().database().runCommand(new Document("profile", 0));
        List<Document> seen = real.store()
                .database()
                .getCollection("system.profile")
                .find(new Document("op", "query")
                        .append("ns", real.store().database().getName() + "." + CollectionNames.TASKS))
                .into(new ArrayList<>());
        assertThat(seen).hasSize(1);
        return seen.getFirst();
    }

    private static Instant at(int seconds) {
        return Sample.START.plusSeconds(seconds);
    }
}
