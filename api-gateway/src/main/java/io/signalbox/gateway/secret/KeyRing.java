package io.signalbox.gateway.secret;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The keys of this installation: values are sealed under the present one, and opened under any. While the key changes, values of both
 * lie side by side. Thread-safe.
 */
public final class KeyRing {
    private final Supplier<MasterKey> present;
    private final List<MasterKey> others;

    /**
     * A ring of keys.
     *
     * @param present seals; asked for when it is needed
     * @param others open, too
     */
    public KeyRing(Supplier<MasterKey> present, List<MasterKey> others) {
        this.present = present;
        this.others = List.copyOf(others);
    }

    /** The id of the key that seals. */
    public String present() {
        return present.get().id();
    }

    /** The ids of the keys that only open. */
    public List<String> others() {
        return others.stream().map(MasterKey::id).toList();
    }

    /** Seals a value for its place: moved elsewhere it does not open. */
    public Sealed seal(String value, String place) {
        MasterKey key = present.get();
        return new Sealed(key.id(), key.seal(value, place));
    }

    /**
     * Opens what was sealed for this place.
     *
     * @throws IllegalStateException if it does not open; its message does not tell a value
     */
    public String open(Sealed sealed, String place) {
        MasterKey key = Stream.concat(Stream.of(present.get()), others.stream())
                .filter(one -> one.id().equals(sealed.key()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("%s was stored under key %s, but the present one is %s"
                        .formatted(place, sealed.key(), present())));
        try {
            return key.open(sealed.value(), place);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(place + " does not open under key " + key.id(), e);
        }
    }
}
