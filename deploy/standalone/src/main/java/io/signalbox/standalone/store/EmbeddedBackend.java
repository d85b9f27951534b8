package io.signalbox.standalone.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import io.netty.channel.ChannelId;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.mvstore.MVStore;

/** Answers a command that changes something only when the change is on the disk. */
final class EmbeddedBackend extends H2Backend {

    private static final Set<String> READING = Set.of(
            "hello",
            "ismaster",
            "ping",
            "buildinfo",
            "find",
            "getmore",
            "killcursors",
            "count",
            "distinct",
            "aggregate",
            "listcollections",
            "listindexes",
            "endsessions");

    private static final int UNAUTHORIZED = 13;

    private final Set<ChannelId> known = ConcurrentHashMap.newKeySet();
    private final GroupCommit commits;

    EmbeddedBackend(MVStore store) {
        super(store);
        this.commits = new GroupCommit(() -> {
            store.commit();
            store.sync();
        });
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new EmbeddedDatabase(name, getMvStore(), getCursorRegistry());
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        Document answer = super.handleMessage(message);
        String command = message.getDocument().keySet().iterator().next();
        if (!READING.contains(command.toLowerCase(Locale.ROOT))) {
            commits.await();
        }
        return answer;
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        requireOwnUser(channel);
        if (command.equals("hello")) {
            return super.handleCommand(channel, database, "ismaster", query).append("isWritablePrimary", true);
        }
        return super.handleCommand(channel, database, command, query);
    }

    /** The driver speaks no older protocol than that of commands; nobody else is expected. */
    @Override
    public QueryResult handleQuery(MongoQuery query) {
        throw new MongoServerError(UNAUTHORIZED, "Unauthorized", "Only commands are answered here");
    }

    @Override
    public void handleClose(Channel channel) {
        known.remove(channel.id());
        super.handleClose(channel);
    }

    private void requireOwnUser(Channel channel) {
        if (known.contains(channel.id())) {
            return;
        }
        if (LocalPeers.isForeign(
                (InetSocketAddress) channel.remoteAddress(), (InetSocketAddress) channel.localAddress())) {
            throw new MongoServerError(UNAUTHORIZED, "Unauthorized", "Only the user whose store it is may use it");
        }
        known.add(channel.id());
    }
}
