package io.signalbox.bench.adapter.growth;

import com.mongodb.client.MongoDatabase;
import io.signalbox.bench.adapter.http.Installation;
import io.signalbox.bench.adapter.load.Throughput;
import io.signalbox.bench.measure.Curve;
import io.signalbox.bench.measure.Figure;
import io.signalbox.model.store.CollectionNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** Throughput with one and with many projects; and what the store has grown by when they have ended. */
record ByProjects(Installation installation, MongoDatabase database, Pictures pictures) {
    private static final List<Integer> PROJECTS = List.of(1, 10, 100);
    private static final Duration SETTLING = Duration.ofSeconds(5);

    List<String> measure(int slots, Duration warmUp, Duration duration) throws InterruptedException {
        List<Double> rates = new ArrayList<>();
        List<Integer> ended = new ArrayList<>();
        List<Double> megabytes = new ArrayList<>();
        List<String> figures = new ArrayList<>();
        new Throughput(slots, 4 * slots, 1, warmUp, SETTLING).rate(installation);
        for (int projects : PROJECTS) {
            double rate = new Throughput(slots, 4 * slots, projects, SETTLING, duration).rate(installation);
            rates.add(rate);
            figures.add(figure(rate, "tasks/s of " + projects + " projects"));
            ended.add((int) database.getCollection(CollectionNames.TASKS).countDocuments());
            megabytes.add(megabytes());
        }
        double each = (megabytes.getLast() - megabytes.getFirst()) / (ended.getLast() - ended.getFirst());
        figures.add(
                figure(1000 * each, "MB in the store for each 1,000 ended tasks: all their records, and the indexes"));
        pictures.draw("throughput-by-projects", "tasks/s", "projects", PROJECTS, new Curve("tasks/s", rates));
        pictures.draw("store-by-ended", "MB in the store", "ended tasks", ended, new Curve("MB", megabytes));
        return figures;
    }

    /** Before compression, which depends on what tasks say. */
    private double megabytes() {
        Document stats = database.runCommand(new Document("dbStats", 1));
        return (stats.get("dataSize", Number.class).doubleValue()
                        + stats.get("indexSize", Number.class).doubleValue())
                / 1e6;
    }

    private static String figure(double value, String meaning) {
        return new Figure("growth", value, meaning).toString();
    }
}
