package io.signalbox.gateway.adapter.mongo.runner;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import io.signalbox.gateway.access.AddressRange;
import io.signalbox.gateway.runner.registration.RegistrationToken;
import io.signalbox.gateway.runner.registration.RegistrationTokens;
import io.signalbox.gateway.security.TokenValue;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.Document;

/** Registration tokens in {@code tokens}, found by {@code _id}, which follows from the value. */
public final class MongoRegistrationTokens implements RegistrationTokens {
    private static final String ID = "_id";
    private static final String KIND = "kind";
    private static final String REGISTRATION = "registration";
    private static final String HASH = "hash";
    private static final String POOL = "pool";
    private static final String TAGS = "tags";
    private static final String PROJECTS = "projects";
    private static final String ADDRESSES = "addresses";
    private static final String USES = "uses";
    private static final String EXPIRES_AT = "expiresAt";
    private static final String REVOKED_AT = "revokedAt";

    private final MongoCollection<Document> tokens;
    private final Supplier<Optional<Instant>> storeTime;

    /**
     * Over the collection for deciding.
     *
     * @param storeTime the store's clock, by which tokens expire; unknown: nothing expires (C22)
     */
    public MongoRegistrationTokens(MongoCollection<Document> tokens, Supplier<Optional<Instant>> storeTime) {
        this.tokens = tokens;
        this.storeTime = storeTime;
    }

    @Override
    public Optional<RegistrationToken> find(TokenValue value) {
        return Optional.ofNullable(tokens.find(eq(ID, value.id())).first())
                .filter(token -> REGISTRATION.equals(token.getString(KIND)))
                .filter(token -> isSame(token.getString(HASH), value.hash()))
                .filter(token -> token.getDate(REVOKED_AT) == null && !isExpired(token))
                .map(MongoRegistrationTokens::token);
    }

    @Override
    public Optional<RegistrationToken> byId(String id) {
        return Optional.ofNullable(tokens.find(eq(ID, id)).first())
                .filter(token -> REGISTRATION.equals(token.getString(KIND)))
                .map(MongoRegistrationTokens::token);
    }

    @Override
    public boolean use(RegistrationToken token) {
        Document counted = tokens.find(eq(ID, token.id())).first();
        if (counted == null || counted.get(USES) == null) {
            return counted != null;
        }
        return tokens.updateOne(and(eq(ID, token.id()), gt(USES, 0)), Updates.inc(USES, -1))
                        .getModifiedCount()
                > 0;
    }

    private boolean isExpired(Document token) {
        return Optional.ofNullable(token.getDate(EXPIRES_AT))
                .map(Date::toInstant)
                .flatMap(end -> storeTime.get().map(now -> !now.isBefore(end)))
                .orElse(false);
    }

    private static RegistrationToken token(Document token) {
        return new RegistrationToken(
                token.getString(ID),
                new PoolName(token.getString(POOL)),
                Optional.ofNullable(token.getList(TAGS, String.class)).map(Set::copyOf),
                Optional.ofNullable(token.getList(PROJECTS, String.class)).orElse(List.of()).stream()
                        .map(ProjectName::new)
                        .toList(),
                Optional.ofNullable(token.getList(ADDRESSES, String.class)).orElse(List.of()).stream()
                        .map(AddressRange::parse)
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static boolean isSame(String stored, String shown) {
        return MessageDigest.isEqual(
                stored.getBytes(StandardCharsets.US_ASCII), shown.getBytes(StandardCharsets.US_ASCII));
    }
}
