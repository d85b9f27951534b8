package io.signalbox.gateway.secret;

import io.signalbox.model.id.ProjectName;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Writes secrets and opens them for attempts. Keeps no value. Blocks; thread-safe. */
public final class Secrets {
    private final SecretStore store;
    private final Supplier<MasterKey> key;
    private final InstantSource clock;

    /**
     * Over a store.
     *
     * @param key the key of this installation; asked for when it is needed
     */
    public Secrets(SecretStore store, Supplier<MasterKey> key, InstantSource clock) {
        this.store = store;
        this.key = key;
        this.clock = clock;
    }

    void put(ProjectName project, String name, String value) {
        MasterKey present = key.get();
        store.put(new SealedSecret(
                project, name, present.id(), present.seal(value, place(project, name)), clock.instant()));
    }

    List<SealedSecret> of(ProjectName project) {
        return store.of(project);
    }

    boolean remove(ProjectName project, String name) {
        return store.remove(project, name);
    }

    /** Those of these names that the project does not have. */
    public Set<String> unknown(ProjectName project, Collection<String> names) {
        Set<String> unknown = new LinkedHashSet<>(names);
        if (!unknown.isEmpty()) {
            store.find(project, names).forEach(found -> unknown.remove(found.name()));
        }
        return unknown;
    }

    /**
     * The values of these names that the project has; what it does not have any more is absent.
     *
     * @throws IllegalStateException if one does not open; its message does not tell a value
     */
    public Map<String, String> open(ProjectName project, Collection<String> names) {
        Map<String, String> values = new LinkedHashMap<>();
        for (SealedSecret found : store.find(project, names)) {
            values.put(found.name(), open(found));
        }
        return values;
    }

    private String open(SealedSecret secret) {
        MasterKey present = key.get();
        if (!secret.key().equals(present.id())) {
            throw new IllegalStateException("secret %s of project %s was stored under key %s, but the present one is %s"
                    .formatted(secret.name(), secret.project(), secret.key(), present.id()));
        }
        try {
            return present.open(secret.value(), place(secret.project(), secret.name()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "secret %s of project %s does not open".formatted(secret.name(), secret.project()), e);
        }
    }

    private static String place(ProjectName project, String name) {
        return project + ":" + name;
    }
}
