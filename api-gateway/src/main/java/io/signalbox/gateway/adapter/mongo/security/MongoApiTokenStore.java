package io.signalbox.gateway.adapter.mongo.security;

import com.mongodb.client.model.Filters;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.adapter.mongo.reading.Inserts;
import io.signalbox.gateway.adapter.mongo.reading.StoreCall;
import io.signalbox.gateway.security.ApiToken;
import io.signalbox.gateway.security.ApiTokenStore;
import io.signalbox.gateway.security.Role;
import io.signalbox.gateway.security.TokenValue;
import io.signalbox.model.store.CollectionNames;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;

/** Keeps API tokens in {@code tokens}: {@code {_id, kind: "api", hash, prefix, name, role, createdAt, expiresAt, revokedAt}}. */
public final class MongoApiTokenStore implements ApiTokenStore {
    private static final String KIND = "api";

    private final Store store;

    /** Uses the collection {@code tokens} of {@code store}. */
    public MongoApiTokenStore(Store store) {
        this.store = store;
    }

    @Override
    public Optional<ApiToken> byHash(String hash) {
        Document found = StoreCall.read(() -> store.deciding(CollectionNames.TOKENS)
                .find(Filters.and(
                        Filters.eq(TokenFields.ID, TokenValue.idOf(hash)), Filters.eq(TokenFields.KIND, KIND)))
                .first());
        return Optional.ofNullable(found).map(MongoApiTokenStore::token);
    }

    @Override
    public void ensure(ApiToken token) {
        Document document = new Document(TokenFields.ID, token.id())
                .append(TokenFields.KIND, KIND)
                .append(TokenFields.HASH, token.hash())
                .append(TokenFields.PREFIX, token.prefix())
                .append(TokenFields.NAME, token.name())
                .append(TokenFields.ROLE, token.role().wire())
                .append(TokenFields.CREATED_AT, Date.from(token.createdAt()));
        token.expiresAt().ifPresent(end -> document.append(TokenFields.EXPIRES_AT, Date.from(end)));
        StoreCall.write(() -> Inserts.ifAbsent(store.deciding(CollectionNames.TOKENS), document));
    }

    private static ApiToken token(Document document) {
        return new ApiToken(
                document.getString(TokenFields.ID),
                document.getString(TokenFields.HASH),
                document.getString(TokenFields.PREFIX),
                document.getString(TokenFields.NAME),
                Role.of(document.getString(TokenFields.ROLE)),
                document.getDate(TokenFields.CREATED_AT).toInstant(),
                Optional.ofNullable(document.getDate(TokenFields.EXPIRES_AT)).map(Date::toInstant),
                document.containsKey(TokenFields.REVOKED_AT));
    }
}
