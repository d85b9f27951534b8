package io.signalbox.gateway.runner.registration;

import java.util.Optional;
import java.util.regex.Pattern;

/** The limits of what a runner may say of itself. */
final class RegistrationRules {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_/+.@-]{1,80}");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_.:/=@+-]{1,100}");
    private static final int MOST_SLOTS = 100;
    private static final int MOST_TAGS = 100;

    private RegistrationRules() {}

    /** What is wrong with it, if anything is. */
    static Optional<String> fault(Registration wish) {
        if (!NAME.matcher(wish.name()).matches()) {
            return Optional.of("name must be 1 to 80 of A-Z, a-z, 0-9 and '-_/+.@'");
        }
        if (wish.slots() < 1 || wish.slots() > MOST_SLOTS) {
            return Optional.of("slots must be 1 to " + MOST_SLOTS + ", but was " + wish.slots());
        }
        if (wish.tags().size() > MOST_TAGS) {
            return Optional.of("tags may be at most " + MOST_TAGS + ", but were "
                    + wish.tags().size());
        }
        return wish.tags().stream()
                .filter(tag -> !TAG.matcher(tag).matches())
                .findFirst()
                .map(_ -> "a tag must be 1 to 100 of A-Z, a-z, 0-9 and '_.:/=@+-'");
    }
}
