package io.signalbox.scheduler.config;

import io.signalbox.scheduler.world.RealStore;
import io.signalbox.testkit.infra.Infra;
import io.signalbox.testkit.infra.RequiresInfra;
import java.util.List;

@RequiresInfra
class SchedulerApplicationIT extends SchedulerApplicationContract {

    SchedulerApplicationIT(Infra infra) {
        super(new Real(infra));
    }

    private record Real(Infra infra) implements Parts {
        @Override
        public List<String> properties() {
            return List.of("--signalbox.mongodb-uri=" + infra.mongodb(), "--signalbox.amqp-uri=" + infra.rabbitmq());
        }

        @Override
        public void close() {
            new RealStore(infra).close();
        }
    }
}
