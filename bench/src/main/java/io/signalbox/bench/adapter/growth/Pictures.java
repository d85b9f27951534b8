package io.signalbox.bench.adapter.growth;

import io.signalbox.bench.measure.Curve;
import io.signalbox.bench.measure.Plot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where pictures go.
 *
 * @param folder made when it is missing; a picture of the same name is replaced
 */
record Pictures(Path folder) {

    /** Draws curves over counts. */
    void draw(String name, String title, String axis, List<Integer> counts, Curve... curves) {
        List<String> places = counts.stream().map(Plot::place).toList();
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name + ".svg"), new Plot(title, axis, places, List.of(curves)).svg());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
