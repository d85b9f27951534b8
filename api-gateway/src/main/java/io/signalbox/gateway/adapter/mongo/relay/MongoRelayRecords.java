package io.signalbox.gateway.adapter.mongo.relay;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.relay.command.RelayRecords;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.model.store.LeadershipFields;
import io.signalbox.model.store.RelayFields;
import org.bson.Document;

/** Records in {@code relays}; a relay alone writes its own, so replacing it is safe, and an upsert makes it (C23 is about shared ones). */
public final class MongoRelayRecords implements RelayRecords {
    private final MongoCollection<Document> relays;
    private final MongoCollection<Document> leadership;

    /** Over the collections for deciding. */
    public MongoRelayRecords(Store store) {
        this.relays = store.deciding(CollectionNames.RELAYS);
        this.leadership = store.deciding(CollectionNames.LEADERSHIP);
    }

    @Override
    public void renew(RelayId relay, long renewal, Epoch epochSeen) {
        relays.replaceOne(
                eq(RelayFields.ID, relay.value()),
                new Document(RelayFields.ID, relay.value())
                        .append(RelayFields.RENEWAL, renewal)
                        .append(RelayFields.EPOCH_SEEN, epochSeen.value()),
                new ReplaceOptions().upsert(true));
    }

    @Override
    public Epoch leadership() {
        Document leader = leadership
                .find(eq(LeadershipFields.ID, LeadershipFields.LEADER))
                .first();
        return new Epoch(
                leader == null
                        ? 0
                        : leader.get(LeadershipFields.EPOCH, Number.class).longValue());
    }

    @Override
    public void remove(RelayId relay) {
        relays.deleteOne(eq(RelayFields.ID, relay.value()));
    }
}
