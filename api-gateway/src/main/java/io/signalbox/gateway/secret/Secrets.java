package io.signalbox.gateway.secret;

import io.signalbox.model.id.ProjectName;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes secrets and opens them for attempts. Keeps no value. Blocks; thread-safe. */
public final class Secrets {
    private final SecretStore store;
    private final KeyRing keys;
    private final InstantSource clock;

    /**
     * Over a store.
     *
     * @param keys seal and open the values
     */
    public Secrets(SecretStore store, KeyRing keys, InstantSource clock) {
        this.store = store;
        this.keys = keys;
        this.clock = clock;
    }

    void put(ProjectName project, String name, String value) {
        store.put(new SealedSecret(project, name, keys.seal(value, place(project, name)), clock.instant()));
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
            values.put(found.name(), keys.open(found.sealed(), place(project, found.name())));
        }
        return values;
    }

    private static String place(ProjectName project, String name) {
        return project + ":" + name;
    }
}
