package io.signalbox.scheduler.adapter.mongo.fleet;

import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.policy.PoolPolicy;
import io.signalbox.model.policy.ProjectPolicy;
import io.signalbox.model.policy.Strategy;
import io.signalbox.model.store.PoolFields;
import io.signalbox.model.store.ProjectFields;
import io.signalbox.scheduler.adapter.mongo.Values;
import java.time.Duration;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Documents of {@code pools} and {@code projects} as the scheduler reads them; a field that is missing has what is usual. */
final class PolicyDocuments {
    private PolicyDocuments() {}

    /** One pool's. */
    record OfPool(PoolName pool, PoolPolicy policy) {}

    /** One project's. */
    record OfProject(ProjectName project, ProjectPolicy policy) {}

    static OfPool pool(Document document) {
        PoolPolicy usual = PoolPolicy.DEFAULT;
        @Nullable String strategy = document.getString(PoolFields.STRATEGY);
        return new OfPool(
                new PoolName(document.getString(PoolFields.ID)),
                new PoolPolicy(
                        strategy == null ? usual.strategy() : Strategy.of(strategy),
                        document.getInteger(PoolFields.CAP),
                        Duration.ofMillis(Values.number(
                                document,
                                PoolFields.PICKUP_TARGET,
                                usual.pickupTarget().toMillis())),
                        document.getInteger(PoolFields.MINIMUM_SIZE, usual.minimumSize()),
                        document.getInteger(PoolFields.MAXIMUM_SIZE)));
    }

    static OfProject project(Document document) {
        return new OfProject(
                new ProjectName(document.getString(ProjectFields.ID)),
                new ProjectPolicy(
                        document.getInteger(ProjectFields.WEIGHT, ProjectPolicy.DEFAULT.weight()),
                        document.getInteger(ProjectFields.CAP),
                        document.getInteger(ProjectFields.BACKLOG),
                        Objects.requireNonNullElse(
                                duration(document, ProjectFields.RETENTION), ProjectPolicy.USUAL_RETENTION),
                        duration(document, ProjectFields.LOG_RETENTION)));
    }

    private static @Nullable Duration duration(Document document, String field) {
        return document.get(field) instanceof Number millis ? Duration.ofMillis(millis.longValue()) : null;
    }
}
