package io.signalbox.backbone.mongo.write;

import java.util.ArrayList;
import java.util.List;

/**
 * How much one request may carry. Each request stays below every store's limits (1,000 operations for the embedded one,
 * 48 MB for a message), for the driver would otherwise divide it and a failure could no longer be told apart.
 *
 * @param writes the most writes in one request
 * @param bytes the most bytes of documents in one request; a single larger write travels alone
 */
record WriteLimits(int writes, int bytes) {

    static final WriteLimits REQUEST = new WriteLimits(1_000, 24 * 1024 * 1024);

    /** What a document may have at most, its envelope in the request aside. */
    static final int DOCUMENT_BYTES = 16 * 1024 * 1024;

    static List<List<? extends Write>> split(List<? extends Write> batch) {
        List<List<? extends Write>> requests = new ArrayList<>();
        int from = 0;
        long bytes = 0;
        for (int i = 0; i < batch.size(); i++) {
            int next = batch.get(i).bytes();
            if (i > from && (i - from == REQUEST.writes || bytes + next > REQUEST.bytes)) {
                requests.add(batch.subList(from, i));
                from = i;
                bytes = 0;
            }
            bytes += next;
        }
        if (from < batch.size()) {
            requests.add(batch.subList(from, batch.size()));
        }
        return requests;
    }
}
