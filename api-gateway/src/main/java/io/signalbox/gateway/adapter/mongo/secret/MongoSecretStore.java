package io.signalbox.gateway.adapter.mongo.secret;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.adapter.mongo.reading.Inserts;
import io.signalbox.gateway.adapter.mongo.reading.StoreCall;
import io.signalbox.gateway.secret.Sealed;
import io.signalbox.gateway.secret.SealedSecret;
import io.signalbox.gateway.secret.SealedValues;
import io.signalbox.gateway.secret.SecretStore;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.store.CollectionNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** Secrets in {@code secrets}: {@code {_id: project:name, project, name, key, value, updatedAt}}; the value is sealed. */
public final class MongoSecretStore implements SecretStore {
    private static final String ID = "_id";
    private static final String PROJECT = "project";
    private static final String NAME = "name";
    private static final String KEY = "key";
    private static final String VALUE = "value";
    private static final String UPDATED_AT = "updatedAt";

    private final MongoCollection<Document> shown;
    private final MongoCollection<Document> secrets;

    /** Uses the collection {@code secrets} of {@code store}. */
    public MongoSecretStore(Store store) {
        this.shown = store.leaving(CollectionNames.SECRETS);
        this.secrets = store.deciding(CollectionNames.SECRETS);
    }

    /** The values alone, to be sealed anew. */
    public static SealedValues values(Store store) {
        return new MongoSealedValues(store.deciding(CollectionNames.SECRETS), KEY, VALUE, id -> id);
    }

    @Override
    public void put(SealedSecret secret) {
        Document document = new Document(ID, id(secret.project(), secret.name()))
                .append(PROJECT, secret.project().value())
                .append(NAME, secret.name())
                .append(KEY, secret.sealed().key())
                .append(VALUE, secret.sealed().value())
                .append(UPDATED_AT, Date.from(secret.updatedAt()));
        StoreCall.write(() -> Inserts.ifAbsent(secrets, document)
                || secrets.replaceOne(eq(ID, document.getString(ID)), document).wasAcknowledged());
    }

    @Override
    public List<SealedSecret> of(ProjectName project) {
        // No name has a ':' or what follows it.
        return StoreCall.read(() -> shown.find(and(gte(ID, project + ":"), lt(ID, project + ";")))
                .sort(Sorts.ascending(ID))
                .map(MongoSecretStore::secret)
                .into(new ArrayList<>()));
    }

    @Override
    public List<SealedSecret> find(ProjectName project, Collection<String> names) {
        List<String> ids = names.stream().map(name -> id(project, name)).toList();
        return StoreCall.read(
                () -> secrets.find(in(ID, ids)).map(MongoSecretStore::secret).into(new ArrayList<>()));
    }

    @Override
    public boolean remove(ProjectName project, String name) {
        return StoreCall.write(() ->
                secrets.deleteOne(eq(ID, id(project, name))).getDeletedCount() > 0);
    }

    private static String id(ProjectName project, String name) {
        return project + ":" + name;
    }

    private static SealedSecret secret(Document document) {
        return new SealedSecret(
                new ProjectName(document.getString(PROJECT)),
                document.getString(NAME),
                new Sealed(document.getString(KEY), document.getString(VALUE)),
                document.getDate(UPDATED_AT).toInstant());
    }
}
