package io.signalbox.gateway.adapter.home;

import io.signalbox.gateway.secret.MasterKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The file with the master key: the one that is named, or else {@code master-key} in the home, which is made at its first use. It is read
 * once.
 */
public final class KeyFile implements Supplier<MasterKey> {
    private static final String NAME = "master-key";

    private final Home home;
    private final Optional<Path> named;
    private final SecureRandom random = new SecureRandom();
    private volatile Optional<MasterKey> read = Optional.empty();

    /** The file {@code named}, or that of {@code home}. */
    public KeyFile(Home home, Optional<Path> named) {
        this.home = home;
        this.named = named;
    }

    @Override
    public MasterKey get() {
        MasterKey key = read.orElseGet(() -> MasterKey.of(text(), random));
        read = Optional.of(key);
        return key;
    }

    private String text() {
        return named.map(file -> read(file, "signalbox.master-key-file"))
                .orElseGet(() -> home.locked(() -> home.read(NAME).orElseGet(this::make)));
    }

    private String make() {
        String made = MasterKey.fresh(random);
        home.keep(NAME, made + System.lineSeparator());
        return made;
    }

    /** The keys in these files. */
    public static List<MasterKey> others(List<Path> files) {
        SecureRandom random = new SecureRandom();
        String setting = "signalbox.other-master-key-files";
        return files.stream()
                .map(file -> MasterKey.of(read(file, setting), random))
                .toList();
    }

    private static String read(Path file, String setting) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(setting + ": cannot read " + file, e);
        }
    }
}
