package io.signalbox.gateway.adapter.mongo.reading;

import com.mongodb.MongoException;
import io.signalbox.gateway.problem.Problem;
import io.signalbox.model.error.ErrorCode;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls the store where the caller of the API waits for the answer. */
public final class StoreCall {
    private static final Logger LOG = LoggerFactory.getLogger(StoreCall.class);

    private StoreCall() {}

    /** Reads; the driver's exceptions become {@code store_unavailable}. */
    public static <T> T read(Supplier<T> call) {
        return run(call, ErrorCode.STORE_UNAVAILABLE, "The store cannot be reached");
    }

    /** Writes something that may be repeated; the driver's exceptions become {@code unknown}: it may have happened (C23). */
    public static <T> T write(Supplier<T> call) {
        return run(call, ErrorCode.UNKNOWN, "The store did not answer; look whether it happened before you repeat it");
    }

    private static <T> T run(Supplier<T> call, ErrorCode code, String detail) {
        try {
            return call.get();
        } catch (MongoException e) {
            LOG.warn("Failed to reach the store: {}", e.toString());
            throw Problem.of(code, detail).toException();
        }
    }
}
