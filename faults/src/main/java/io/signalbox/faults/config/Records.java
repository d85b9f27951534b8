package io.signalbox.faults.config;

import io.signalbox.faults.adapter.load.Api;
import io.signalbox.faults.adapter.load.RunFolder;
import io.signalbox.faults.adapter.load.Witness;
import io.signalbox.faults.adapter.process.Cluster;
import io.signalbox.faults.core.history.History;
import io.signalbox.faults.core.history.KnownRunner;
import io.signalbox.faults.core.history.Struck;
import io.signalbox.faults.core.plan.Site;
import io.signalbox.faults.core.plan.Submission;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What is written down about one run, from its beginning to the end of everything. */
final class Records {
    private final RunFolder files;
    private final Api api;
    private final Witness witness;

    private Records(RunFolder files, Api api) {
        this.files = files;
        this.api = api;
        this.witness = files.witness(api);
    }

    /** Of a run of this name. */
    static Records in(Path parent, String name, Cluster cluster) {
        return new Records(RunFolder.in(parent, name), new Api(cluster.clients()));
    }

    /** Who takes part, and what will happen. */
    void begin(List<Struck> faults) {
        Site.RUNNERS.forEach(name -> files.history().add(new KnownRunner(name, Site.SLOTS, Site.tagsOf(name))));
        faults.forEach(files.history()::add);
    }

    /** Blocks until everybody has submitted what they wanted. */
    void submit(List<Submission> load) {
        files.users(api).submit(load);
    }

    /** The whole history, once all tasks have ended or had this much time for it; blocks. */
    History end(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!witness.look() && System.nanoTime() < deadline) {
            TimeUnit.SECONDS.sleep(1);
        }
        witness.collect();
        return files.history().read();
    }
}
