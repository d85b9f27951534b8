package io.signalbox.gateway.adapter.mongo.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Reads by key, shared: what is asked for while a read is under way makes up the next one. An answer is never older than the question,
 * so it follows every write that was acknowledged before. A virtual thread lives as long as there is something to read.
 */
final class SharedReads<K, V> {
    private static final int MOST = 500;

    private final String name;
    private final Function<List<K>, Map<K, V>> read;
    private List<Asked<K, V>> waiting = new ArrayList<>();
    private boolean reading;

    /**
     * @param name of the reading thread
     * @param read reads many at once; blocks; what is missing in its answer is answered with {@code absent}
     */
    SharedReads(String name, Function<List<K>, Map<K, V>> read) {
        this.name = name;
        this.read = read;
    }

    private record Asked<K, V>(K key, V absent, CompletableFuture<V> answer) {}

    CompletableFuture<V> get(K key, V absent) {
        Asked<K, V> asked = new Asked<>(key, absent, new CompletableFuture<>());
        synchronized (this) {
            waiting.add(asked);
            if (!reading) {
                reading = true;
                Thread.ofVirtual().name(name).start(this::readUntilNothingWaits);
            }
        }
        return asked.answer();
    }

    private void readUntilNothingWaits() {
        for (List<Asked<K, V>> batch = take(); !batch.isEmpty(); batch = take()) {
            answer(batch);
        }
    }

    private synchronized List<Asked<K, V>> take() {
        int size = Math.min(MOST, waiting.size());
        List<Asked<K, V>> batch = new ArrayList<>(waiting.subList(0, size));
        waiting = new ArrayList<>(waiting.subList(size, waiting.size()));
        reading = !batch.isEmpty();
        return batch;
    }

    private void answer(List<Asked<K, V>> batch) {
        try {
            Map<K, V> found =
                    read.apply(batch.stream().map(Asked::key).distinct().toList());
            batch.forEach(asked -> asked.answer().complete(found.getOrDefault(asked.key(), asked.absent())));
        } catch (RuntimeException e) {
            batch.forEach(asked -> asked.answer().completeExceptionally(e));
        }
    }
}
