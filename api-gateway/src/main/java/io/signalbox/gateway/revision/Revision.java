package io.signalbox.gateway.revision;

import io.signalbox.gateway.problem.Problem;
import io.signalbox.model.error.ErrorCode;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;

/** Edits of things that have a version, which is their ETag. */
public final class Revision {
    private static final int MOST_TRIES = 5;

    private Revision() {}

    /** The ETag of a version. */
    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /** An answer with a thing's ETag. */
    public static <T> ResponseEntity<T> shown(T thing, long version) {
        return ResponseEntity.ok().eTag(tag(version)).body(thing);
    }

    /**
     * Edits something, if it is what the caller has seen; without a condition it is edited as it is found. Blocks as its parts do.
     *
     * @param ifMatch the header {@code If-Match}
     * @param read finds it
     * @param version of what was found
     * @param change stores the change; empty: somebody else has changed it since it was found
     */
    public static <T> T edit(
            Optional<String> ifMatch, Supplier<T> read, ToLongFunction<T> version, Function<T, Optional<T>> change) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            T known = read.get();
            require(ifMatch, version.applyAsLong(known));
            Optional<T> changed = change.apply(known);
            if (changed.isPresent()) {
                return changed.get();
            }
        }
        throw changedMeanwhile("Others are changing it at the same time; look at it again");
    }

    /** Ends with a problem unless the caller has seen this version, or says nothing of it. */
    public static void require(Optional<String> ifMatch, long version) {
        if (ifMatch.isPresent() && !names(ifMatch.get(), tag(version))) {
            throw changedMeanwhile("If-Match is %s, but its ETag is %s; read it again, and change that"
                    .formatted(shortened(ifMatch.get()), tag(version)));
        }
    }

    private static boolean names(String condition, String tag) {
        return Stream.of(condition.split(",", -1))
                .map(String::strip)
                .anyMatch(one -> one.equals("*") || one.equals(tag));
    }

    private static String shortened(String text) {
        int most = 60;
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }

    private static RuntimeException changedMeanwhile(String detail) {
        return Problem.of(ErrorCode.PRECONDITION_FAILED, detail).toException();
    }
}
