package io.signalbox.backbone.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * How this installation reaches its store; the one place where concerns and time-outs are set (C23).
 *
 * <p>Writes ask for majority and journal, reads go to the primary. The driver repeats no write by itself: whoever wrote
 * decides what an unknown outcome means.
 *
 * @param uri where the store is; it may name the database
 * @param applicationName what the store's own log calls this process
 * @param selectionTimeout how long an operation waits for a reachable primary and for a connection
 * @param answerTimeout how long an operation that was sent waits for its answer; afterwards its outcome is unknown
 */
public record StoreSettings(
        ConnectionString uri, String applicationName, Duration selectionTimeout, Duration answerTimeout) {

    private static final String DEFAULT_DATABASE = "signalbox";
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

    public StoreSettings {
        Objects.requireNonNull(uri, "uri");
        requirePositive(selectionTimeout, "selectionTimeout");
        requirePositive(answerTimeout, "answerTimeout");
    }

    /** The settings for a store at {@code uri} with the usual time-outs: 3 s to reach it, 10 s for an answer. */
    public static StoreSettings at(String uri, String applicationName) {
        return new StoreSettings(
                new ConnectionString(uri), applicationName, Duration.ofSeconds(3), Duration.ofSeconds(10));
    }

    /** The database that the URI names, {@code signalbox} otherwise. */
    public String database() {
        String named = uri.getDatabase();
        return named == null ? DEFAULT_DATABASE : named;
    }

    MongoClientSettings toClientSettings() {
        return MongoClientSettings.builder()
                .applyConnectionString(uri)
                .applicationName(applicationName)
                .writeConcern(writeConcern())
                .readConcern(ReadConcern.LOCAL)
                .readPreference(ReadPreference.primary())
                .retryWrites(false)
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(selectionTimeout.toMillis(), TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(
                        pool -> pool.maxWaitTime(selectionTimeout.toMillis(), TimeUnit.MILLISECONDS))
                .applyToSocketSettings(
                        socket -> socket.connectTimeout(CONNECT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                                .readTimeout(answerTimeout.toMillis(), TimeUnit.MILLISECONDS))
                .build();
    }

    /** Half the patience for an answer: a missing majority then shows as such, and the connection lives on. */
    private WriteConcern writeConcern() {
        return WriteConcern.MAJORITY
                .withJournal(true)
                .withWTimeout(answerTimeout.toMillis() / 2, TimeUnit.MILLISECONDS);
    }

    private static void requirePositive(Duration duration, String name) {
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException(name + " must be positive, found " + duration);
        }
    }
}
