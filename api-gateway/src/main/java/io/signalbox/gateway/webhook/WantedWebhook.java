package io.signalbox.gateway.webhook;

import io.signalbox.model.rule.Violation;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook is to be.
 *
 * @param name for people; else the host of its address
 * @param url where to
 * @param types which types of events; none: all
 * @param enabled whether it is to be told of anything; unless said otherwise it is
 */
public record WantedWebhook(
        @Nullable String name,
        @Nullable String url,
        @Nullable List<@Nullable String> types,
        @Nullable Boolean enabled) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_URL = 2_000;
    private static final int MOST_TYPES = 50;
    private static final Pattern TYPE = Pattern.compile("[a-z_]{1,40}\\.[a-z_]{1,40}");
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}\\p{Cs}]{1," + LONGEST_NAME + "}");

    /** What is wrong with it, where only these schemes will do. */
    List<Violation> violations(List<String> schemes) {
        List<Violation> found = new ArrayList<>();
        if (address().filter(uri -> schemes.contains(uri.getScheme())).isEmpty()) {
            found.add(new Violation(
                    "/url",
                    "must be an address with a host, without user and fragment, of at most %d characters, that begins with one of %s"
                            .formatted(LONGEST_URL, schemes)));
        }
        if (name != null && !NAME.matcher(name).matches()) {
            found.add(new Violation("/name", "must be 1 to %d characters in a line".formatted(LONGEST_NAME)));
        }
        boolean readable = types == null
                || (types.size() <= MOST_TYPES
                        && types.stream()
                                .allMatch(type ->
                                        type != null && TYPE.matcher(type).matches()));
        if (!readable) {
            found.add(new Violation("/types", "must be at most %d types such as task.passed".formatted(MOST_TYPES)));
        }
        return found;
    }

    /** To be asked when nothing is violated. */
    Target target() {
        URI uri = address().orElseThrow();
        List<String> named = types == null
                ? List.of()
                : types.stream().filter(Objects::nonNull).distinct().toList();
        return new Target(name == null ? uri.getHost() : name, uri, named);
    }

    boolean isOn() {
        return !Boolean.FALSE.equals(enabled);
    }

    private Optional<URI> address() {
        try {
            return Optional.ofNullable(url)
                    .filter(text -> text.length() <= LONGEST_URL)
                    .map(WantedWebhook::parsed)
                    .filter(uri -> uri.getScheme() != null
                            && uri.getHost() != null
                            && uri.getUserInfo() == null
                            && uri.getFragment() == null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static URI parsed(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
