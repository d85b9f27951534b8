package io.signalbox.gateway.log;

import io.signalbox.backbone.bus.BusListener;
import io.signalbox.backbone.local.LocalBus;
import io.signalbox.gateway.log.view.LiveLogs;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.TaskId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.springframework.util.unit.DataSize;

/** A log under test, pushed to over one of several gateways. */
public final class Logs {
    public static final AttemptId ATTEMPT = new AttemptId("3f8e1a52-6d0c-8b41-a2f7-90c1d2e3f405");
    public static final TaskId TASK = new TaskId("0198c5f0-8b1e-7c3a-9f00-2b7d5c1e4a10");

    private Logs() {}

    /** A gateway with a memory of its own. */
    public static LogWriter gateway(ChunkStore store) {
        return gateway(store, DataSize.ofGigabytes(1));
    }

    /** One that takes no more than this. */
    public static LogWriter gateway(ChunkStore store, DataSize quota) {
        return new LogAppender(store, new LiveLogs(new LocalBus(BusListener.NONE)), Runnable::run, quota);
    }

    /** Pushes and waits. */
    public static AppendOutcome push(LogWriter gateway, long from, List<byte[]> lines) {
        return gateway.append(ATTEMPT, TASK, from, lines).join();
    }

    /** Seals and waits. */
    public static SealOutcome seal(LogWriter gateway, long end) {
        return gateway.seal(ATTEMPT, TASK, OptionalLong.of(end)).join();
    }

    /** Output events {@code line <n>}, from one index to another. */
    public static List<byte[]> lines(int from, int to) {
        return new ArrayList<>(IntStream.range(from, to)
                .mapToObj(i -> line("{\"event\":\"cmd_output\",\"timestamp\":1,\"output\":\"line " + i + "\\n\"}"))
                .toList());
    }

    /** The bytes of a line. */
    public static byte[] line(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
