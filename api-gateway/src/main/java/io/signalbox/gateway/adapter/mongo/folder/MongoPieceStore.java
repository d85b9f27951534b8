package io.signalbox.gateway.adapter.mongo.folder;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.adapter.mongo.reading.Inserts;
import io.signalbox.gateway.adapter.mongo.reading.StoreCall;
import io.signalbox.gateway.folder.PieceStore;
import io.signalbox.model.folder.PieceHash;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.store.CollectionNames;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * Pieces in {@code pieces}: {@code {_id: project:hash, project, bytes, content, usedAt}}. A piece is one document, so it is there with its content or not at
 * all. Its use is written down by {@code _id}, and only if the last one is older than a grain: whoever then finds it has it for the rest of the time that
 * pieces are kept.
 */
public final class MongoPieceStore implements PieceStore {
    private static final String ID = "_id";
    private static final String PROJECT = "project";
    private static final String BYTES = "bytes";
    private static final String CONTENT = "content";
    private static final String USED_AT = "usedAt";
    /** Ids in one request: some 100 bytes each. */
    private static final int AT_ONCE = 5_000;

    private final MongoCollection<Document> pieces;
    private final Duration grain;

    /** Uses the collection {@code pieces} of {@code store}; a use within {@code grain} of another is not written down. */
    public MongoPieceStore(Store store, Duration grain) {
        this.pieces = store.deciding(CollectionNames.PIECES);
        this.grain = grain;
    }

    @Override
    public Set<PieceHash> use(ProjectName project, Collection<PieceHash> wanted, Instant now) {
        Set<PieceHash> there = new HashSet<>();
        List<String> ids = wanted.stream().map(hash -> id(project, hash)).toList();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            StoreCall.write(() -> used(some, now)).stream()
                    .map(id -> new PieceHash(id.substring(id.indexOf(':') + 1)))
                    .forEach(there::add);
        }
        return there;
    }

    /** Those that are there after their use was written down: what a purge took meanwhile is not among them. */
    private Set<String> used(List<String> ids, Instant now) {
        Instant staleBefore = now.minus(grain);
        Set<String> there = new HashSet<>();
        List<String> stale = new ArrayList<>();
        pieces.find(in(ID, ids))
                .projection(include(USED_AT))
                .forEach(found -> (found.getDate(USED_AT).toInstant().isBefore(staleBefore) ? stale : there)
                        .add(found.getString(ID)));
        if (!stale.isEmpty()) {
            pieces.updateMany(in(ID, stale), Updates.max(USED_AT, Date.from(now)));
            pieces.find(in(ID, stale)).projection(include(ID)).forEach(found -> there.add(found.getString(ID)));
        }
        return there;
    }

    @Override
    public void add(ProjectName project, List<byte[]> contents, Instant now) {
        for (byte[] content : contents) {
            Document piece = new Document(ID, id(project, PieceHash.of(content)))
                    .append(PROJECT, project.value())
                    .append(BYTES, content.length)
                    .append(CONTENT, new Binary(content))
                    .append(USED_AT, Date.from(now));
            boolean _ = StoreCall.write(() -> Inserts.ifAbsent(pieces, piece));
        }
    }

    @Override
    public Map<PieceHash, byte[]> contents(ProjectName project, Collection<PieceHash> wanted) {
        List<String> ids = wanted.stream().map(hash -> id(project, hash)).toList();
        Map<PieceHash, byte[]> contents = new HashMap<>();
        List<Document> found = StoreCall.read(
                () -> pieces.find(in(ID, ids)).projection(include(CONTENT)).into(new ArrayList<>()));
        for (Document piece : found) {
            String id = piece.getString(ID);
            contents.put(
                    new PieceHash(id.substring(id.indexOf(':') + 1)),
                    piece.get(CONTENT, Binary.class).getData());
        }
        return contents;
    }

    @Override
    public long bytesOf(ProjectName project) {
        Document sum = StoreCall.read(() -> pieces.aggregate(List.of(
                        Aggregates.match(eq(PROJECT, project.value())),
                        Aggregates.group("$" + PROJECT, Accumulators.sum(BYTES, "$" + BYTES))))
                .first());
        return sum == null ? 0 : sum.get(BYTES, Number.class).longValue();
    }

    @Override
    public int removeUnused(Instant since, int most) {
        List<String> old = StoreCall.read(() -> pieces.find(lt(USED_AT, Date.from(since)))
                .sort(Sorts.ascending(USED_AT))
                .projection(include(ID))
                .limit(most)
                .map(piece -> piece.getString(ID))
                .into(new ArrayList<>()));
        if (!old.isEmpty()) {
            StoreCall.write(() -> pieces.deleteMany(and(in(ID, old), lt(USED_AT, Date.from(since)))));
        }
        return old.size();
    }

    private static String id(ProjectName project, PieceHash hash) {
        return project + ":" + hash;
    }
}
