package io.signalbox.gateway.token;

import io.signalbox.gateway.access.Grant;
import io.signalbox.gateway.access.Role;
import io.signalbox.gateway.access.Scope;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.rule.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Request for a token of the client API.
 *
 * @param name for people
 * @param role what it may do
 * @param projects in which projects; none: in all
 * @param expiresAt from when on it counts no more; null: it lasts until it is taken back
 * @param decoy whether it is a bait: it opens nothing, and its use sounds an alarm
 */
record NewApiToken(
        @Nullable String name,
        @Nullable String role,
        @Nullable List<@Nullable ProjectName> projects,
        @Nullable Instant expiresAt,
        @Nullable Boolean decoy) {
    private static final int MOST_PROJECTS = 50;
    /** Half of a surrogate pair does not come out of the store as it went in, and the audit log hashes names. */
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}\\p{Cs}]{1,200}");

    /** What it is to allow; to be asked when nothing is violated. */
    Grant grant() {
        return new Grant(Role.of(Objects.requireNonNull(role)), Scope.of(named()));
    }

    Optional<Instant> end() {
        return Optional.ofNullable(expiresAt);
    }

    boolean isDecoy() {
        return Boolean.TRUE.equals(decoy);
    }

    List<Violation> violations(Instant now) {
        List<Violation> found = new ArrayList<>();
        check(found, name != null && NAME.matcher(name).matches(), "/name", "must be 1 to 200 characters in a line");
        check(found, role != null && Role.find(role).isPresent(), "/role", "must be one of " + roles());
        check(
                found,
                projects == null
                        || (projects.size() <= MOST_PROJECTS
                                && projects.stream().noneMatch(Objects::isNull)),
                "/projects",
                "must be at most %d names".formatted(MOST_PROJECTS));
        check(
                found,
                !Role.ADMIN.wire().equals(role) || named().isEmpty(),
                "/projects",
                "must be left out: an admin reaches all of them");
        check(found, expiresAt == null || expiresAt.isAfter(now), "/expiresAt", "must lie in the future");
        return found;
    }

    private List<ProjectName> named() {
        return projects == null
                ? List.of()
                : projects.stream().filter(Objects::nonNull).toList();
    }

    private static List<String> roles() {
        return Arrays.stream(Role.values()).map(Role::wire).toList();
    }

    private static void check(List<Violation> found, boolean holds, String pointer, String expected) {
        if (!holds) {
            found.add(new Violation(pointer, expected));
        }
    }
}
