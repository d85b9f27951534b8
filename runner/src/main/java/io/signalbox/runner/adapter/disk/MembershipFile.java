package io.signalbox.runner.adapter.disk;

import io.signalbox.runner.session.Membership;
import io.signalbox.runner.session.MembershipStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/** The membership in a file that only the runner's user can read. A damaged one is none: a wrong token or number would shut the runner out. */
public final class MembershipFile implements MembershipStore {
    private final Path path;
    private final ObjectMapper json;

    public MembershipFile(Path path, ObjectMapper json) {
        this.path = path;
        this.json = json;
    }

    @Override
    public Optional<Membership> load() {
        try {
            return Files.exists(path)
                    ? ChecksummedLine.read(Files.readString(path)).map(text -> json.readValue(text, Membership.class))
                    : Optional.empty();
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    @Override
    public void save(Membership membership) {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, ChecksummedLine.of(json.writeValueAsString(membership)));
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the membership cannot be kept in " + path, e);
        }
    }

    @Override
    public void forget() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("the membership in " + path + " cannot be removed", e);
        }
    }
}
