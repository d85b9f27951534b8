package io.signalbox.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class GoldenFilesTest {
    private static final Circle CIRCLE = new Circle("red", 2);

    @TempDir
    private Path folder;

    private GoldenFiles files;

    sealed interface Shape permits Circle, Flat {}

    sealed interface Flat extends Shape permits Square {}

    record Circle(String color, int radius) implements Shape {}

    record Square(String color) implements Flat {}

    record Growing(int size) {
        Growing {
            size++;
        }
    }

    @BeforeEach
    void open() {
        files = new GoldenFiles(JsonMapper.builder().build(), folder);
    }

    @Test
    void acceptedJsonPasses() throws IOException {
        accept("Circle.v1", "{\n  \"color\" : \"red\",\n  \"radius\" : 2\n}\n");

        assertThatCode(() -> files.check(CIRCLE, 1)).doesNotThrowAnyException();
    }

    @Test
    void missingFileFails() {
        assertThatThrownBy(() -> files.check(CIRCLE, 1))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Circle.v1.json is missing")
                .hasMessageContaining("-Dgolden.update=true");
    }

    @Test
    void changedJsonFails() throws IOException {
        accept("Circle.v1", "{\n  \"color\" : \"red\",\n  \"size\" : 2\n}\n");

        assertThatThrownBy(() -> files.check(CIRCLE, 1)).isInstanceOf(AssertionError.class);
    }

    @Test
    void valueThatDoesNotComeBackFails() throws IOException {
        accept("Growing.v1", "{\n  \"size\" : 2\n}\n");

        assertThatThrownBy(() -> files.check(new Growing(1), 1))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("what is read from");
    }

    @Test
    void updateWritesTheFile() {
        System.setProperty("golden.update", "true");
        try {
            files.check(CIRCLE, 3);
        } finally {
            System.clearProperty("golden.update");
        }

        assertThat(folder.resolve("Circle.v3.json")).content().contains("\"radius\" : 2");
    }

    @Test
    void everyRecordOfASealedTypeNeedsAFile() throws IOException {
        accept("Circle.v1", "{}");
        assertThatThrownBy(() -> files.checkEveryRecordOf(Shape.class)).hasMessageContaining("Square.v1.json");

        accept("Square.v1", "{}");
        assertThatCode(() -> files.checkEveryRecordOf(Shape.class)).doesNotThrowAnyException();
    }

    private void accept(String name, String json) throws IOException {
        Files.writeString(folder.resolve(name + ".json"), json);
    }
}
