package io.signalbox.runner.adapter.process.channel;

import io.signalbox.runner.execution.Shells.Output;
import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Carries what the task writes to its log, on a thread of its own. {@link #drain} puts a mark of 128 random bits into the way itself: everything
 * that was written before lies in front of it, so an end learnt through another pipe can be put in its place without guessing by time. The mark is of
 * capital letters, which no mode of a terminal changes.
 */
public final class OutputPump implements Closeable {
    private static final int BUFFER = 64 * 1024;

    private final OutputEnd way;
    private final Output output;
    private final AtomicReference<Mark> awaited = new AtomicReference<>(Mark.NONE);
    private final Thread thread;
    private volatile @Nullable Throwable failure;

    /** Carries from {@code way} to {@code output}, once it is started. */
    public OutputPump(OutputEnd way, Output output) {
        this.way = way;
        this.output = output;
        this.thread = Thread.ofPlatform().daemon().name("output").unstarted(this::pump);
    }

    /** Begins. */
    public void start() {
        thread.start();
    }

    /** Returns when everything written so far has reached the log. Called by one thread. */
    public void drain() throws IOException {
        await(Mark.random(false));
    }

    /** The same, and the last time: what is written later is lost. */
    public void finish() throws IOException {
        await(Mark.random(true));
    }

    @Override
    public void close() throws IOException {
        way.close();
    }

    private void await(Mark mark) throws IOException {
        awaited.set(mark);
        if (failure != null) {
            throw new IOException("the output could not be carried to the log", failure);
        }
        way.write(mark.bytes);
        mark.reached.join();
    }

    private void pump() {
        byte[] buffer = new byte[BUFFER];
        int held = 0;
        Mark mark = Mark.NONE;
        try {
            while (!mark.isEnd()) {
                int length = held + way.read(buffer, held);
                mark = awaited.get();
                held = mark == Mark.NONE ? pass(buffer, length) : upTo(mark, buffer, length);
            }
        } catch (IOException | RuntimeException e) {
            failure = e;
            awaited.getAndSet(Mark.NONE).reached.completeExceptionally(e);
        }
    }

    private int pass(byte[] buffer, int length) {
        output.write(buffer, length);
        return 0;
    }

    /** Passes everything around the mark; holds back what may be its beginning. Returns how many bytes are held at the buffer's start. */
    private int upTo(Mark mark, byte[] buffer, int length) {
        int at = mark.indexIn(buffer, length);
        int end = Math.min(length, at + mark.bytes.length);
        output.write(buffer, at);
        boolean complete = end - at == mark.bytes.length;
        System.arraycopy(buffer, complete ? end : at, buffer, 0, length - (complete ? end : at));
        if (!complete) {
            return length - at;
        }
        output.write(buffer, length - end);
        awaited.set(Mark.NONE);
        mark.reached.complete(null);
        return 0;
    }

    /** Bytes that nobody else can have written. */
    private static final class Mark {
        static final Mark NONE = new Mark(new byte[0], false);
        private static final int LENGTH = 32;
        private static final int LETTERS = 16;

        private final byte[] bytes;
        private final boolean last;
        private final CompletableFuture<@Nullable Void> reached = new CompletableFuture<>();

        private Mark(byte[] bytes, boolean last) {
            this.bytes = bytes;
            this.last = last;
        }

        /** What was written before the last mark may come in any number of pieces. */
        boolean isEnd() {
            return last && reached.isDone();
        }

        static Mark random(boolean last) {
            byte[] bytes = new byte[LENGTH];
            for (int i = 0; i < LENGTH; i++) {
                bytes[i] = (byte) ('A' + ThreadLocalRandom.current().nextInt(LETTERS));
            }
            return new Mark(bytes, last);
        }

        /** Where the mark, or as much of it as there is at the end, begins; {@code length} if nowhere. */
        int indexIn(byte[] buffer, int length) {
            for (int at = 0; at < length; at++) {
                int part = Math.min(bytes.length, length - at);
                if (Arrays.equals(buffer, at, at + part, bytes, 0, part)) {
                    return at;
                }
            }
            return length;
        }
    }
}
