package io.signalbox.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/**
 * A record's JSON as it was accepted, kept under {@code src/test/resources/golden}. {@code -Dgolden.update=true} writes what is
 * missing or changed; a change that an older reader cannot bear needs a new version instead.
 */
public record GoldenFile(String name) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    /** The value is written as the file says, and the file is read as the value. */
    public void holds(Object value) {
        String json = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
        Path file = FOLDER.resolve(name + ".json");
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.writeString(file, json);
            }
            assertThat(file).as("golden file; -Dgolden.update=true writes it").exists();
            String accepted = Files.readString(file);
            assertThat(json).isEqualTo(accepted);
            assertThat((Object) MAPPER.readValue(accepted, value.getClass())).isEqualTo(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
