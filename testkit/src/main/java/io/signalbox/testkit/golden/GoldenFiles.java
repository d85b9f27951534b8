package io.signalbox.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * The golden files of a module, {@code src/test/resources/golden/<Type>.v<N>.json}. {@code -Dgolden.update=true} writes
 * what is missing or has changed; a change that an older reader cannot bear needs a new version instead.
 */
public final class GoldenFiles {
    private static final String UPDATE = "golden.update";

    private final JsonMapper mapper;
    private final Path folder;

    /** The files of the module whose tests run, with JSON as {@code mapper} writes it. */
    public GoldenFiles(JsonMapper mapper) {
        this(mapper, Path.of("src/test/resources/golden"));
    }

    GoldenFiles(JsonMapper mapper, Path folder) {
        this.mapper = mapper;
        this.folder = folder;
    }

    /** Checks that {@code value} is written as its type's golden file says, and that the file is read as {@code value}. */
    public void check(Object value, int version) {
        var file = fileOf(value.getClass(), version);
        var json = written(value);
        if (Boolean.getBoolean(UPDATE)) {
            write(file, json);
        }
        if (!Files.exists(file)) {
            fail("%s is missing; -D%s=true writes it", file, UPDATE);
        }
        var golden = read(file);
        assertThat(json)
                .as("JSON against %s (-D%s=true accepts it)", file, UPDATE)
                .isEqualTo(golden);
        assertThat((Object) mapper.readValue(golden, value.getClass()))
                .as("what is read from %s", file)
                .isEqualTo(value);
    }

    /** Checks that every record below a sealed type has a golden file. */
    public void checkEveryRecordOf(Class<?> sealed) {
        assertThat(records(sealed))
                .as("golden files of %s", sealed.getSimpleName())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(fileOf(it, 1)).exists());
    }

    private static Stream<Class<?>> records(Class<?> type) {
        var permitted = type.getPermittedSubclasses();
        if (permitted != null) {
            return Stream.of(permitted).flatMap(GoldenFiles::records);
        }
        return type.isRecord() ? Stream.of(type) : Stream.empty();
    }

    private Path fileOf(Class<?> type, int version) {
        return folder.resolve("%s.v%d.json".formatted(type.getSimpleName(), version));
    }

    private String written(Object value) {
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(value).replace("\r\n", "\n") + "\n";
    }

    private static void write(Path file, String json) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
