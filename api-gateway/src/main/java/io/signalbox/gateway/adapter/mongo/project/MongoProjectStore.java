package io.signalbox.gateway.adapter.mongo.project;

import static io.signalbox.model.store.ProjectFields.ID;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.adapter.mongo.reading.Inserts;
import io.signalbox.gateway.adapter.mongo.reading.StoreCall;
import io.signalbox.gateway.adapter.mongo.reading.Versions;
import io.signalbox.gateway.project.Project;
import io.signalbox.gateway.project.ProjectStore;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.policy.ProjectPolicy;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.model.store.ProjectFields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Projects in {@code projects}, as {@link ProjectFields} says. */
public final class MongoProjectStore implements ProjectStore {
    private final MongoCollection<Document> shown;
    private final MongoCollection<Document> projects;

    /** Uses the collection {@code projects} of {@code store}. */
    public MongoProjectStore(Store store) {
        this.shown = store.leaving(CollectionNames.PROJECTS);
        this.projects = store.deciding(CollectionNames.PROJECTS);
    }

    @Override
    public List<Project> all() {
        return StoreCall.read(() -> shown.find()
                .sort(Sorts.ascending(ID))
                .map(MongoProjectStore::project)
                .into(new ArrayList<>()));
    }

    @Override
    public Optional<Project> find(ProjectName name) {
        return StoreCall.read(() -> Optional.ofNullable(
                        shown.find(Filters.eq(ID, name.value())).first())
                .map(MongoProjectStore::project));
    }

    @Override
    public boolean insert(Project project) {
        return StoreCall.write(() -> Inserts.ifAbsent(
                projects,
                document(project)
                        .append(ID, project.name().value())
                        .append(ProjectFields.CREATED_AT, Date.from(project.createdAt()))));
    }

    @Override
    public boolean update(Project project, long before) {
        Bson known = Filters.and(Filters.eq(ID, project.name().value()), Versions.is(ProjectFields.VERSION, before));
        return StoreCall.write(() -> projects.updateOne(known, new Document("$set", document(project)))
                        .getMatchedCount()
                > 0);
    }

    private static Document document(Project project) {
        return new Document(ProjectFields.WEIGHT, project.policy().weight())
                .append(ProjectFields.CAP, project.policy().cap())
                .append(ProjectFields.BACKLOG, project.policy().backlog())
                .append(ProjectFields.RETENTION, project.policy().retention().toMillis())
                .append(ProjectFields.LOG_RETENTION, millis(project.policy().logRetention()))
                .append(ProjectFields.VERSION, project.version());
    }

    private static Project project(Document document) {
        return new Project(
                new ProjectName(document.getString(ID)),
                new ProjectPolicy(
                        document.getInteger(ProjectFields.WEIGHT, ProjectPolicy.DEFAULT.weight()),
                        document.getInteger(ProjectFields.CAP),
                        document.getInteger(ProjectFields.BACKLOG),
                        Objects.requireNonNullElse(
                                duration(document, ProjectFields.RETENTION), ProjectPolicy.USUAL_RETENTION),
                        duration(document, ProjectFields.LOG_RETENTION)),
                document.getDate(ProjectFields.CREATED_AT).toInstant(),
                Versions.of(document, ProjectFields.VERSION));
    }

    private static @Nullable Long millis(@Nullable Duration duration) {
        return duration == null ? null : duration.toMillis();
    }

    private static @Nullable Duration duration(Document document, String field) {
        return document.get(field) instanceof Number millis ? Duration.ofMillis(millis.longValue()) : null;
    }
}
