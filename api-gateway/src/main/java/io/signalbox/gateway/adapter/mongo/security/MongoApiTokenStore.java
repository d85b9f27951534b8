package io.signalbox.gateway.adapter.mongo.security;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.adapter.mongo.reading.Inserts;
import io.signalbox.gateway.adapter.mongo.reading.StoreCall;
import io.signalbox.gateway.security.ApiToken;
import io.signalbox.gateway.security.ApiTokenStore;
import io.signalbox.gateway.security.TokenValue;
import io.signalbox.model.store.CollectionNames;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Keeps API tokens in {@code tokens}, in the form of {@link ApiTokenDocument}. */
public final class MongoApiTokenStore implements ApiTokenStore {
    private final MongoCollection<Document> tokens;

    /** Uses the collection {@code tokens} of {@code store}. */
    public MongoApiTokenStore(Store store) {
        this.tokens = store.deciding(CollectionNames.TOKENS);
    }

    @Override
    public Optional<ApiToken> byHash(String hash) {
        Document found = StoreCall.read(
                () -> tokens.find(isApiToken(TokenValue.idOf(hash))).first());
        return Optional.ofNullable(found).map(ApiTokenDocument::read);
    }

    @Override
    public List<ApiToken> all() {
        return StoreCall.read(() -> tokens.find(Filters.eq(TokenFields.KIND, ApiTokenDocument.KIND))
                .sort(Sorts.descending(TokenFields.CREATED_AT, TokenFields.ID))
                .map(ApiTokenDocument::read)
                .into(new ArrayList<>()));
    }

    @Override
    public void ensure(ApiToken token) {
        StoreCall.write(() -> Inserts.ifAbsent(tokens, ApiTokenDocument.of(token)));
    }

    @Override
    public void revoke(String id, Instant at) {
        Bson unrevoked = Filters.and(isApiToken(id), Filters.exists(TokenFields.REVOKED_AT, false));
        StoreCall.write(() -> tokens.updateOne(unrevoked, Updates.set(TokenFields.REVOKED_AT, Date.from(at))));
    }

    @Override
    public void expire(String id, Instant at) {
        Date end = Date.from(at);
        Bson longer = Filters.and(
                isApiToken(id),
                Filters.or(Filters.exists(TokenFields.EXPIRES_AT, false), Filters.gt(TokenFields.EXPIRES_AT, end)));
        StoreCall.write(() -> tokens.updateOne(longer, Updates.set(TokenFields.EXPIRES_AT, end)));
    }

    @Override
    public void used(Map<String, Instant> uses) {
        List<UpdateOneModel<Document>> writes = uses.entrySet().stream()
                .map(use -> new UpdateOneModel<Document>(
                        isApiToken(use.getKey()), Updates.set(TokenFields.LAST_USED_AT, Date.from(use.getValue()))))
                .toList();
        StoreCall.write(() -> tokens.bulkWrite(writes));
    }

    private static Bson isApiToken(String id) {
        return Filters.and(Filters.eq(TokenFields.ID, id), Filters.eq(TokenFields.KIND, ApiTokenDocument.KIND));
    }
}
