package io.signalbox.gateway.pool;

import io.signalbox.gateway.access.AddressRange;
import io.signalbox.gateway.security.TokenValue;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.rule.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Request for a registration token; what is left out is not limited.
 *
 * @param name for people
 * @param tags the only ones that its runners may claim
 * @param projects which its runners serve
 * @param uses how many registrations it is good for
 * @param addresses ranges from which its runners register, in CIDR notation
 * @param expiresAt from when on it counts no more
 */
record NewRegistrationToken(
        @Nullable String name,
        @Nullable List<String> tags,
        @Nullable List<ProjectName> projects,
        @Nullable Integer uses,
        @Nullable List<String> addresses,
        @Nullable Instant expiresAt) {
    private static final int MOST = 50;
    private static final int MOST_USES = 1_000_000;
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,200}");
    private static final Pattern TAG = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._:/+=@-]{0,99}");

    /** Without any limit. */
    static NewRegistrationToken unlimited(String name) {
        return new NewRegistrationToken(name, null, null, null, null, null);
    }

    RegistrationPolicy policy(TokenValue value, PoolName pool, Instant now) {
        return new RegistrationPolicy(
                value.id(),
                value.prefix(),
                name,
                pool,
                tags,
                projects == null ? List.of() : projects,
                uses,
                addresses,
                now,
                expiresAt,
                null);
    }

    List<Violation> violations(Instant now) {
        List<Violation> found = new ArrayList<>();
        check(found, name == null || NAME.matcher(name).matches(), "/name", "must be 1 to 200 characters in a line");
        check(found, tags == null || tags.size() <= MOST, "/tags", "must have at most 50 elements");
        check(found, tags == null || tags.stream().allMatch(NewRegistrationToken::isTag), "/tags", "must be tags");
        check(found, projects == null || projects.size() <= MOST, "/projects", "must have at most 50 elements");
        check(
                found,
                projects == null || projects.stream().noneMatch(NewRegistrationToken::isMissing),
                "/projects",
                "must be names");
        check(found, addresses == null || addresses.size() <= MOST, "/addresses", "must have at most 50 elements");
        check(
                found,
                addresses == null || addresses.stream().allMatch(NewRegistrationToken::isRange),
                "/addresses",
                "must be ranges such as 10.0.0.0/8");
        check(found, uses == null || (uses >= 1 && uses <= MOST_USES), "/uses", "must be from 1 to " + MOST_USES);
        check(found, expiresAt == null || expiresAt.isAfter(now), "/expiresAt", "must lie in the future");
        return found;
    }

    private static boolean isTag(@Nullable String tag) {
        return tag != null && TAG.matcher(tag).matches();
    }

    private static boolean isRange(@Nullable String range) {
        return range != null && AddressRange.parse(range).isPresent();
    }

    private static boolean isMissing(@Nullable ProjectName project) {
        return project == null;
    }

    private static void check(List<Violation> found, boolean holds, String pointer, String expected) {
        if (!holds) {
            found.add(new Violation(pointer, expected));
        }
    }
}
