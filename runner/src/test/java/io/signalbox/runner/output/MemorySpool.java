package io.signalbox.runner.output;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A spool without a disk. */
final class MemorySpool implements Spool {
    private final List<String> lines = new ArrayList<>();
    private int acknowledged;

    void append(String line) {
        append(line.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public synchronized void append(byte[] line) {
        lines.add(new String(line, StandardCharsets.UTF_8));
    }

    @Override
    public synchronized long end() {
        return lines.size();
    }

    @Override
    public synchronized long acknowledged() {
        return acknowledged;
    }

    @Override
    public synchronized long pendingBytes() {
        return lines.stream()
                .skip(acknowledged)
                .mapToLong(line -> line.length() + 1L)
                .sum();
    }

    @Override
    public synchronized Batch next(int mostLines, int mostBytes) {
        var bytes = new ByteArrayOutputStream();
        int count = 0;
        for (String line : lines.subList(acknowledged, lines.size())) {
            if (count == mostLines || (count > 0 && bytes.size() + line.length() + 1 > mostBytes)) {
                break;
            }
            bytes.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
            count++;
        }
        return new Batch(acknowledged, count, ByteBuffer.wrap(bytes.toByteArray()));
    }

    @Override
    public synchronized void acknowledge(Batch batch) {
        acknowledged += batch.count();
    }

    @Override
    public void refuse() {
        // It never waits for space.
    }

    @Override
    public void close() {
        // Nothing to close.
    }

    @Override
    public void delete() {
        // Nothing to delete.
    }
}
