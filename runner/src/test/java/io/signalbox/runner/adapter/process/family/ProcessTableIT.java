package io.signalbox.runner.adapter.process.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessTableIT {
    @Test
    void descendantsAndTheGroupAreFoundWhereThereIsNoProcTooParentsFirst() throws IOException {
        Process parent = new ProcessBuilder("bash", "-c", "sleep 1000 & wait").start();
        try {
            await().untilAsserted(() -> assertThat(family(parent.pid())).hasSize(2));
            assertThat(family(parent.pid())).first().isEqualTo(parent.pid());
        } finally {
            parent.descendants().forEach(ProcessHandle::destroyForcibly);
            parent.destroyForcibly();
        }
    }

    private static List<Long> family(long root) {
        return ProcessTable.ofPs().family(it -> it.process() == root);
    }
}
