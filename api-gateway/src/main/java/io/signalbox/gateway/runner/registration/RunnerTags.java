package io.signalbox.gateway.runner.registration;

import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The tags of a runner: what it claims, as far as its token allows, its pool, and its executors. A pool's name cannot be claimed, nor
 * can {@code executor:…}: such claims are left out, for they say nothing. Docker is there where our runner has found it, or where the
 * token's policy grants it, for official agents do not say. The tag {@code executor:folder} is for our runners alone: no other can be
 * given a folder.
 */
final class RunnerTags {
    /** Every agent of this protocol has a shell. */
    private static final String SHELL = "executor:shell";

    /** What a runner can prove beside it. */
    private static final Set<String> PROVABLE = Set.of("docker", "folder");

    /** What the policy of a token can grant to a runner that says nothing. */
    private static final Set<String> GRANTABLE = Set.of("docker");

    private static final String EXECUTOR = "executor:";

    private RunnerTags() {}

    /** The first claimed tag that the token does not allow. */
    static Optional<String> forbidden(List<String> claimed, RegistrationToken token) {
        return token.tags()
                .flatMap(allowed -> claimed.stream()
                        .filter(tag -> isClaim(tag, token) && !allowed.contains(tag))
                        .findFirst());
    }

    static List<String> of(Registration wish, RegistrationToken token, Set<String> pools) {
        NavigableSet<String> tags = new TreeSet<>();
        wish.tags().stream()
                .filter(tag -> isClaim(tag, token) && !pools.contains(tag))
                .forEach(tags::add);
        wish.executors().orElseGet(() -> granted(token)).stream()
                .filter(PROVABLE::contains)
                .map(EXECUTOR::concat)
                .forEach(tags::add);
        tags.add(SHELL);
        tags.add(token.pool().value());
        return List.copyOf(tags);
    }

    private static List<String> granted(RegistrationToken token) {
        return token.tags().stream()
                .flatMap(Collection::stream)
                .filter(tag -> tag.startsWith(EXECUTOR))
                .map(tag -> tag.substring(EXECUTOR.length()))
                .filter(GRANTABLE::contains)
                .toList();
    }

    private static boolean isClaim(String tag, RegistrationToken token) {
        return !tag.startsWith(EXECUTOR) && !tag.equals(token.pool().value());
    }
}
