package io.signalbox.backbone.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoSocketReadTimeoutException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonSerializationException;
import org.junit.jupiter.api.Test;

/** C23: in doubt, nobody knows. */
class DriverFailureTest {

    private static final ServerAddress SERVER = new ServerAddress();
    private static final int UNAUTHORIZED = 13;
    private static final int NOT_WRITABLE_PRIMARY = 10107;

    @Test
    void withoutAServerNothingWasSent() {
        assertThat(DriverFailure.of(new MongoTimeoutException("no server"))).isEqualTo(DriverFailure.NOT_SENT);
    }

    @Test
    void whatTheServerOrTheDriverRefusedAsAWholeWasNotApplied() {
        assertThat(DriverFailure.of(answered(UNAUTHORIZED))).isEqualTo(DriverFailure.REJECTED);
        assertThat(DriverFailure.of(new BsonSerializationException("no BSON"))).isEqualTo(DriverFailure.REJECTED);
    }

    @Test
    void everythingElseIsUnknown() {
        assertThat(DriverFailure.of(answered(NOT_WRITABLE_PRIMARY))).isEqualTo(DriverFailure.UNKNOWN);
        assertThat(DriverFailure.of(new MongoOperationTimeoutException("late"))).isEqualTo(DriverFailure.UNKNOWN);
        assertThat(DriverFailure.of(new MongoSocketReadTimeoutException("late", SERVER, new Exception("late"))))
                .isEqualTo(DriverFailure.UNKNOWN);
        assertThat(DriverFailure.of(new MongoInterruptedException("stopped", new Exception("stopped"))))
                .isEqualTo(DriverFailure.UNKNOWN);
        assertThat(DriverFailure.of(new MongoException("whatever"))).isEqualTo(DriverFailure.UNKNOWN);
        assertThat(DriverFailure.of(new IllegalStateException("closed"))).isEqualTo(DriverFailure.UNKNOWN);
    }

    private static MongoCommandException answered(int code) {
        return new MongoCommandException(new BsonDocument("code", new BsonInt32(code)), SERVER);
    }
}
