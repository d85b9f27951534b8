package io.signalbox.scheduler.config;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.List;

class SchedulerApplicationTest extends SchedulerApplicationContract {

    SchedulerApplicationTest() {
        super(new Embedded(new MongoServer(new MemoryBackend())));
    }

    private record Embedded(MongoServer server) implements Parts {
        @Override
        public List<String> properties() {
            return List.of("--signalbox.mongodb-uri=" + server.bindAndGetConnectionString());
        }

        @Override
        public void close() {
            server.shutdownNow();
        }
    }
}
