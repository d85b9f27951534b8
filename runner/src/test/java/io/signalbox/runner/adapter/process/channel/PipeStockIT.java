package io.signalbox.runner.adapter.process.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipeStockIT {
    @TempDir
    Path folder;

    private PipeStock stock() {
        return new PipeStock(folder);
    }

    @Test
    void pipesInTheMakingAreGoneWhenItIsClosed() throws IOException {
        for (int i = 0; i < 20; i++) {
            PipeStock stock = stock();
            stock.refill();
            stock.close();
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void nothingIsMadeAfterTheEnd() throws IOException {
        PipeStock stock = stock();
        stock.close();
        stock.refill();
        stock.close();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void eachShellGetsPipesOfItsOwn() throws IOException {
        try (PipeStock stock = stock();
                ShellPipes first = stock.take()) {
            stock.refill();
            try (ShellPipes second = stock.take();
                    ShellPipes third = stock.take()) {
                assertThat(first.folder()).isNotEqualTo(second.folder());
                assertThat(second.folder()).isNotEqualTo(third.folder());
            }
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatCannotBeMadeIsToldToTheTaskThatNeedsIt() throws IOException {
        Path missing = folder.resolve("missing");
        try (PipeStock stock = new PipeStock(missing)) {
            stock.refill();
            assertThatThrownBy(stock::take).isInstanceOf(IOException.class).hasMessageContaining("missing");
        }
        assertThat(Files.exists(missing)).isFalse();
    }
}
