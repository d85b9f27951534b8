package io.signalbox.standalone.store;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The document store inside this process: one file, and a port of the loopback address for the driver. What it has
 * acknowledged survives {@code kill -9}, and it opens again by itself. Safe for use by many threads.
 */
public final class EmbeddedStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedStore.class);
    private static final String FILE = "signalbox.mv";
    private static final int CACHE_MEGABYTES = 64;
    private static final Duration RETENTION = Duration.ofSeconds(10);
    private static final Duration TIDYING = Duration.ofSeconds(5);
    private static final int FILL_PERCENT = 50;
    private static final int TIDIED_BYTES = 8 * 1024 * 1024;
    /** A connection has a thread to itself for as long as there are no more: each waits for its own write. */
    private static final int CONNECTION_THREADS = 64;

    private final MVStore store;
    private final MongoServer server;
    private final CountDownLatch closed = new CountDownLatch(1);

    private EmbeddedStore(MVStore store, MongoServer server) {
        this.store = store;
        this.server = server;
    }

    /**
     * Opens the store in {@code folder}, which is made if it is not there.
     *
     * @throws DataFolderInUse when another process has it open
     * @throws UncheckedIOException when the folder cannot be used
     */
    public static EmbeddedStore open(Path folder) {
        MVStore store = openFile(folder);
        MongoServer server = new MongoServer(new EmbeddedBackend(store));
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, CONNECTION_THREADS);
        EmbeddedStore opened = new EmbeddedStore(store, server);
        Thread.ofVirtual().name("embedded-store-tidying").start(opened::tidyUntilClosed);
        return opened;
    }

    /** Where the driver finds it. */
    public String uri() {
        return "mongodb://127.0.0.1:" + server.getLocalAddress().getPort() + "/signalbox";
    }

    /** Ends all connections and closes the file; idempotent. */
    @Override
    public void close() {
        if (closed.getCount() > 0) {
            closed.countDown();
            server.shutdownNow();
        }
    }

    private static MVStore openFile(Path folder) {
        try {
            createForThisUser(folder);
            MVStore store = new MVStore.Builder()
                    .fileName(folder.resolve(FILE).toString())
                    .autoCommitDisabled()
                    .autoCommitBufferSize(0)
                    .cacheSize(CACHE_MEGABYTES)
                    .open();
            store.setRetentionTime(Math.toIntExact(RETENTION.toMillis()));
            forceDirectory(folder);
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the data folder " + folder, e);
        } catch (MVStoreException e) {
            throw e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED ? new DataFolderInUse(folder, e) : e;
        }
    }

    private static void createForThisUser(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    /** A new file is there after a power cut only if its folder was forced, too. */
    private static void forceDirectory(Path folder) throws IOException {
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    /** Old versions of documents leave holes in the file: what is left between them is written anew now and then. */
    private void tidyUntilClosed() {
        try {
            while (!closed.await(TIDYING.toMillis(), TimeUnit.MILLISECONDS)) {
                store.compact(FILL_PERCENT, TIDIED_BYTES);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (MVStoreException e) {
            LOG.warn("Stopped tidying the store's file: {}", e.getMessage());
        }
    }
}
