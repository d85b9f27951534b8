package io.signalbox.cli.adapter.disk;

import io.signalbox.cli.api.Doc;
import io.signalbox.cli.failure.ExitCode;
import io.signalbox.cli.failure.Failure;
import io.signalbox.cli.login.Connection;
import io.signalbox.cli.login.Logins;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The login as a file that its owner alone can read; one that others can read is not used. */
public final class LoginFile implements Logins {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    private final Path file;

    /** In this folder. */
    public LoginFile(Path folder) {
        this.file = folder.resolve("login.json");
    }

    /** The user's own folder for this program. */
    public static Path folder(Map<String, String> environment) {
        String configuration = environment.getOrDefault("XDG_CONFIG_HOME", "");
        Path base =
                configuration.isEmpty() ? Path.of(System.getProperty("user.home"), ".config") : Path.of(configuration);
        return base.resolve("signalbox");
    }

    @Override
    public Optional<Connection> load() {
        try {
            if (!OWNER.containsAll(Files.getPosixFilePermissions(file))) {
                throw Failure.usage(file + " can be read by others: `chmod 600 " + file + "`, and better log in anew.");
            }
            var kept = new Doc(JSON.readTree(Files.readAllBytes(file)));
            String authorities = kept.text("authorities");
            return Optional.of(new Connection(
                    URI.create(kept.text("address")),
                    kept.text("token"),
                    authorities.isEmpty() ? null : authorities,
                    "kept by login in " + file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            throw Failure.usage(file + " cannot be read: log in anew.");
        }
    }

    @Override
    public String save(Connection connection) {
        var kept = JSON.createObjectNode()
                .put("address", connection.address().toString())
                .put("token", connection.token())
                .put("authorities", connection.authorities());
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, "login", ".new", PosixFilePermissions.asFileAttribute(OWNER));
            Files.write(fresh, JSON.writeValueAsBytes(kept));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return file.toString();
        } catch (IOException e) {
            throw new Failure(ExitCode.REFUSED, file + " cannot be written: " + e.getMessage());
        }
    }

    @Override
    public boolean forget() {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new Failure(ExitCode.REFUSED, file + " cannot be removed: " + e.getMessage());
        }
    }
}
