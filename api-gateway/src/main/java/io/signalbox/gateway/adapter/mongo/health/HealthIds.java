package io.signalbox.gateway.adapter.mongo.health;

import io.signalbox.model.id.RunnerId;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The {@code _id}s of the history: {@code <detail>:<hour>:<runner>}, and for the fine ones {@code :<unique>}. The hour is that in which the
 * samples came, by the store's clock; so all of an hour lie together, and those of a runner in it.
 */
final class HealthIds {
    /** One sample each 10 s: a document for each sync. */
    static final String FINE = "f";
    /** One sample each minute: a document for each runner and hour. */
    static final String COARSE = "m";

    private static final long HOUR = Duration.ofHours(1).toSeconds();
    private static final int HOUR_AT = 2;
    private static final int HOUR_END = 10;

    private HealthIds() {}

    static long hour(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), HOUR);
    }

    static String of(String detail, long hour, RunnerId runner) {
        return start(detail, hour) + ":" + runner.value();
    }

    /** The first id that one of this hour can have. */
    static String start(String detail, long hour) {
        return "%s:%08d".formatted(detail, hour);
    }

    static Stream<String> coarse(RunnerId runner, long from, long to) {
        return LongStream.rangeClosed(from, to).mapToObj(hour -> of(COARSE, hour, runner));
    }

    /** Hour and runner of a fine one: what its coarse one is called by. */
    static String coarseOf(String fine) {
        return COARSE + fine.substring(HOUR_AT - 1, fine.indexOf(':', HOUR_END + 1));
    }
}
