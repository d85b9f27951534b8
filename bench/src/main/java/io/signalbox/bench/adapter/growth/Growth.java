package io.signalbox.bench.adapter.growth;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.signalbox.bench.adapter.http.Installation;
import io.signalbox.bench.adapter.http.TaskClient;
import io.signalbox.bench.adapter.load.Load;
import io.signalbox.bench.adapter.load.ServiceProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What grows with what: throughput with projects, the store with what has ended, memory with what runs, waits and is idle, pick-up with what waits.
 *
 * @param slots that take tasks, all together
 * @param warmUp of the installation, first
 * @param duration of each measurement
 * @param plots the folder for the pictures
 * @param store the connection string of the installation's store
 */
public record Growth(int slots, Duration warmUp, Duration duration, Path plots, String store) implements Load {

    @Override
    public List<String> run(Installation installation) throws InterruptedException {
        Pictures pictures = new Pictures(plots);
        TaskClient client = new TaskClient(installation);
        ServiceProcess gateway = ServiceProcess.gateway(installation.home());
        ServiceProcess scheduler = ServiceProcess.of(installation.home(), "scheduler");
        List<String> figures = new ArrayList<>();
        try (MongoClient mongo = MongoClients.create(store)) {
            ByProjects projects = new ByProjects(installation, mongo.getDatabase("signalbox"), pictures);
            figures.addAll(projects.measure(slots, warmUp, duration));
        }
        figures.addAll(new ByWaiting(client, scheduler, pictures, duration).measure(installation, slots));
        figures.addAll(new ByLive(client, gateway, scheduler, pictures).measure(installation));
        figures.addAll(new ByIdle(gateway, scheduler, pictures).measure(installation));
        return figures;
    }
}
