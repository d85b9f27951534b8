package io.signalbox.gateway.adapter.mongo.pool;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.adapter.mongo.reading.Inserts;
import io.signalbox.gateway.adapter.mongo.reading.StoreCall;
import io.signalbox.gateway.adapter.mongo.security.TokenFields;
import io.signalbox.gateway.pool.RegistrationPolicies;
import io.signalbox.gateway.pool.RegistrationPolicy;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.store.CollectionNames;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Registration tokens in {@code tokens}, beside those of the API; a limit that a token does not have is absent. */
public final class MongoRegistrationPolicies implements RegistrationPolicies {
    private static final String KIND = "registration";

    private final MongoCollection<Document> shown;
    private final MongoCollection<Document> tokens;

    /** Uses the collection {@code tokens} of {@code store}. */
    public MongoRegistrationPolicies(Store store) {
        this.shown = store.leaving(CollectionNames.TOKENS);
        this.tokens = store.deciding(CollectionNames.TOKENS);
    }

    @Override
    public List<RegistrationPolicy> of(PoolName pool) {
        return StoreCall.read(() -> shown.find(
                        Filters.and(Filters.eq(TokenFields.KIND, KIND), Filters.eq(TokenFields.POOL, pool.value())))
                .sort(Sorts.descending(TokenFields.CREATED_AT))
                .map(MongoRegistrationPolicies::policy)
                .into(new ArrayList<>()));
    }

    @Override
    public void ensure(RegistrationPolicy policy, String hash) {
        Document document = new Document(TokenFields.ID, policy.id())
                .append(TokenFields.KIND, KIND)
                .append(TokenFields.HASH, hash)
                .append(TokenFields.PREFIX, policy.prefix())
                .append(TokenFields.POOL, policy.pool().value())
                .append(
                        TokenFields.PROJECTS,
                        policy.projects().stream().map(ProjectName::value).toList())
                .append(TokenFields.CREATED_AT, Date.from(policy.createdAt()));
        append(document, TokenFields.NAME, policy.name());
        append(document, TokenFields.TAGS, policy.tags());
        append(document, TokenFields.USES, policy.uses());
        append(document, TokenFields.ADDRESSES, policy.addresses());
        append(document, TokenFields.EXPIRES_AT, date(policy.expiresAt()));
        StoreCall.write(() -> Inserts.ifAbsent(tokens, document));
    }

    @Override
    public boolean revoke(PoolName pool, String id, Instant at) {
        Bson token = Filters.and(
                Filters.eq(TokenFields.ID, id),
                Filters.eq(TokenFields.KIND, KIND),
                Filters.eq(TokenFields.POOL, pool.value()));
        return StoreCall.write(() -> {
            tokens.updateOne(
                    Filters.and(token, Filters.exists(TokenFields.REVOKED_AT, false)),
                    Updates.set(TokenFields.REVOKED_AT, Date.from(at)));
            return tokens.countDocuments(token) > 0;
        });
    }

    private static void append(Document document, String field, @Nullable Object value) {
        if (value != null) {
            document.append(field, value);
        }
    }

    private static RegistrationPolicy policy(Document token) {
        return new RegistrationPolicy(
                token.getString(TokenFields.ID),
                token.getString(TokenFields.PREFIX),
                token.getString(TokenFields.NAME),
                new PoolName(token.getString(TokenFields.POOL)),
                token.getList(TokenFields.TAGS, String.class),
                token.getList(TokenFields.PROJECTS, String.class, List.of()).stream()
                        .map(ProjectName::new)
                        .toList(),
                token.getInteger(TokenFields.USES),
                token.getList(TokenFields.ADDRESSES, String.class),
                token.getDate(TokenFields.CREATED_AT).toInstant(),
                instant(token.getDate(TokenFields.EXPIRES_AT)),
                instant(token.getDate(TokenFields.REVOKED_AT)));
    }

    private static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
