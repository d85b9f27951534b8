package io.signalbox.bench.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.signalbox.bench.measure.Plot;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code PlotMain FILE TITLE AXIS}: draws what other programs than this one measured; lines as of {@link Plot#read} come in. */
public final class PlotMain {
    private PlotMain() {}

    /** Ends with 0 when the picture is written; one that is there is replaced. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            Plot plot = Plot.read(arguments[1], arguments[2], lines.lines().toList());
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, plot.svg());
        }
    }
}
