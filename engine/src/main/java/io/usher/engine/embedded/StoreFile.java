package io.usher.engine.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;

/** The one file and the maps in it: documents by collection, entries by index, and what is known of each index. */
final class StoreFile implements AutoCloseable {
    private static final String DOCUMENTS = "documents.";
    private static final String INDEX = "index.";
    private static final String STATES = "indexes";
    private static final int KEEP_MILLIS = 5000;
    private static final int FILL_PERCENT = 60;
    private static final int COMPACT_BYTES = 8 << 20;

    private final MVStore store;
    private final boolean sync;
    private final MVMap<String, Long> states;

    private StoreFile(MVStore store, boolean sync) {
        this.store = store;
        this.sync = sync;
        store.setRetentionTime(KEEP_MILLIS);
        states = store.openMap(
                STATES,
                new MVMap.Builder<String, Long>()
                        .keyType(StringDataType.INSTANCE)
                        .valueType(LongDataType.INSTANCE));
    }

    static StoreFile open(StoreOptions options) {
        Path file = in(options.data());
        prepare(options.data(), file);
        try {
            MVStore store = new MVStore.Builder()
                    .fileName(file.toString())
                    .autoCommitDisabled()
                    .cacheSize(options.cacheMb())
                    .open();
            return new StoreFile(store, options.sync());
        } catch (MVStoreException e) {
            throw e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
                    ? StartFailure.fileLocked(file, e)
                    : StartFailure.fileBroken(file, e);
        } catch (RuntimeException e) {
            throw StartFailure.fileBroken(file, e);
        }
    }

    static Path in(Path folder) {
        return folder.toAbsolutePath().normalize().resolve("store.mv");
    }

    private static void prepare(Path folder, Path file) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw StartFailure.folderUnusable(folder, "it is no folder and cannot be made");
        }
        if (!Files.isWritable(folder) || !Files.isReadable(folder)) {
            throw StartFailure.folderUnusable(folder, "this user may not read and write it");
        }
        if (Files.exists(file) && (!Files.isRegularFile(file) || !Files.isReadable(file) || !Files.isWritable(file))) {
            throw StartFailure.folderUnusable(folder, "its file store.mv is no file this user may read and write");
        }
    }

    MVMap<Object[], byte[]> documents(String namespace) {
        return store.openMap(
                DOCUMENTS + namespace,
                new MVMap.Builder<Object[], byte[]>().keyType(new KeyType()).valueType(new BytesType()));
    }

    MVMap<Object[], Object[]> entries(String namespace, String index, boolean... descending) {
        return store.openMap(
                indexMap(namespace, index),
                new MVMap.Builder<Object[], Object[]>()
                        .keyType(new KeyType(descending))
                        .valueType(new KeyType()));
    }

    IndexState state(String namespace, String index) {
        return new IndexState(states, indexMap(namespace, index));
    }

    /** A namespace holds no '$', so the parts of the name cannot be confused. */
    static String indexMap(String namespace, String index) {
        return INDEX + namespace + "$" + index;
    }

    void dropIndex(String namespace, String index) {
        drop(indexMap(namespace, index));
    }

    void dropNamespace(String namespace) {
        drop(DOCUMENTS + namespace);
        names(indexMap(namespace, "")).forEach(this::drop);
    }

    private void drop(String map) {
        if (store.hasMap(map)) {
            store.removeMap(map);
        }
        states.remove(map);
    }

    /** Gives the maps of a collection their new names; its indexes learn of it by their states. */
    void rename(String from, String to) {
        store.renameMap(documents(from), DOCUMENTS + to);
        for (String map : names(indexMap(from, ""))) {
            String renamed = indexMap(to, map.substring(indexMap(from, "").length()));
            MVMap<Object[], Object[]> entries = store.openMap(
                    map,
                    new MVMap.Builder<Object[], Object[]>()
                            .keyType(new KeyType())
                            .valueType(new KeyType()));
            store.renameMap(entries, renamed);
            Long state = states.remove(map);
            if (state != null) {
                states.put(renamed, state);
            }
        }
    }

    List<String> namespaces() {
        return names(DOCUMENTS).stream()
                .map(name -> name.substring(DOCUMENTS.length()))
                .toList();
    }

    private List<String> names(String prefix) {
        return store.getMapNames().stream()
                .filter(name -> name.startsWith(prefix))
                .toList();
    }

    /** After this a killed process loses nothing. */
    void commit() {
        store.commit();
    }

    /** After this a power cut loses nothing either, if that was asked for. */
    void settle() {
        if (sync) {
            store.sync();
        }
    }

    /** Writes out what the operating system still holds; this bounds what a power cut takes without {@code --sync}. */
    void flush() {
        store.sync();
    }

    /** Without this the file grows with each commit. */
    void compact() {
        store.compact(FILL_PERCENT, COMPACT_BYTES);
    }

    /** How long pages that are no longer part of the newest state stay as they are. */
    void keepOldPages(int millis) {
        store.setRetentionTime(millis);
    }

    long size() {
        return store.getFileStore().size();
    }

    /** Keeps everything a search sees from now on readable until it is closed, whatever is compacted meanwhile. */
    Snapshot snapshot() {
        MVStore.TxCounter version = store.registerVersionUsage();
        return () -> store.deregisterVersionUsage(version);
    }

    /** What keeps old pages of the file from being used again. */
    interface Snapshot extends AutoCloseable {
        @Override
        void close();
    }

    /** Lets go of the file as it was found. */
    void abandon() {
        store.closeImmediately();
    }

    @Override
    public void close() {
        store.close();
    }
}
