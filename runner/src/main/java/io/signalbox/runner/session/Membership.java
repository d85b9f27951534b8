package io.signalbox.runner.session;

import io.signalbox.model.relay.access.RegisterRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the runner keeps of a registration, so that it can return without another (C6).
 *
 * @param credentials what it was given
 * @param name the name it asked for
 * @param slots how many slots it told
 * @param tags the tags it told
 * @param executors the executors it told
 */
public record Membership(
        Credentials credentials,
        String name,
        @Nullable Integer slots,
        @Nullable List<String> tags,
        @Nullable List<String> executors) {
    static Membership of(RegisterRequest request, Credentials credentials) {
        return new Membership(credentials, request.name(), request.slots(), request.tags(), request.executors());
    }

    /** Whether the runner would still say the same of itself. */
    boolean isOf(RegisterRequest request) {
        return equals(of(request, credentials));
    }
}
