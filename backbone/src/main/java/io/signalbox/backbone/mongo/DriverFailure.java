package io.signalbox.backbone.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.MongoTimeoutException;
import java.util.Set;
import org.bson.BsonSerializationException;

/**
 * What an exception of the driver says about a write that it ended (C23). In doubt the outcome is {@link #UNKNOWN}: the
 * other two are said only where nothing can have been applied.
 */
public enum DriverFailure {
    /** Nothing was sent: no server, no connection, no login. */
    NOT_SENT,
    /** The store, or the driver, refused the whole request before it applied any of it. */
    REJECTED,
    /** It may have been applied, in part or in whole, and may still be. */
    UNKNOWN;

    /**
     * Codes with which a server refuses a request as a whole while it parses or authorises it: BadValue, FailedToParse,
     * Unauthorized, TypeMismatch, InvalidBSON, CommandNotFound, InvalidOptions, InvalidNamespace, unknown field,
     * BSONObjectTooLarge, and too many operations or bytes in one batch.
     */
    private static final Set<Integer> REFUSED_AS_A_WHOLE = Set.of(2, 9, 13, 14, 22, 59, 72, 73, 40415, 10334, 16819);

    /** Tells what {@code failure}, thrown by an operation of the driver, means. */
    public static DriverFailure of(RuntimeException failure) {
        return switch (failure) {
            case MongoOperationTimeoutException _ -> UNKNOWN;
            case MongoTimeoutException _,
                    MongoServerUnavailableException _,
                    MongoSocketOpenException _,
                    MongoSecurityException _ -> NOT_SENT;
            case MongoCommandException e when REFUSED_AS_A_WHOLE.contains(e.getErrorCode()) -> REJECTED;
            case BsonSerializationException _, IllegalArgumentException _ -> REJECTED;
            default -> UNKNOWN;
        };
    }
}
