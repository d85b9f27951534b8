package io.signalbox.backbone.mongo.write;

/**
 * How much may wait for one collection's next write; beyond it a write is refused at once, so that memory and waiting
 * stay bounded.
 *
 * @param writes the most writes that wait
 * @param bytes the most bytes that wait
 * @param batch the most writes in one bulk write
 */
public record Backlog(int writes, long bytes, int batch) {

    /** Enough for seconds of full load: 20,000 writes, 64 MB, 500 in one bulk. */
    public static final Backlog USUAL = new Backlog(20_000, 64L * 1024 * 1024, 500);

    public Backlog {
        if (writes < 1 || bytes < 1 || batch < 1) {
            throw new IllegalArgumentException(
                    "A backlog needs room, found writes=" + writes + " bytes=" + bytes + " batch=" + batch);
        }
    }

    /** The same with room for so many writes. */
    public Backlog ofWrites(int most) {
        return new Backlog(most, bytes, batch);
    }
}
