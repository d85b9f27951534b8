package io.signalbox.model.rule;

import io.signalbox.model.folder.Manifest;
import io.signalbox.model.folder.ManifestEntry;
import io.signalbox.model.folder.Piece;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The limits that the manifest of a folder must keep, so that whoever makes files of it makes them in its own folder, each once. A pure
 * function: manifest in, everything wrong with it out. The folder's size is not limited here.
 */
public final class ManifestRules {
    /** A folder may have this many files and links. */
    public static final int MOST_ENTRIES = 20_000;

    private static final int MOST_PATH = 1000;
    private static final int MOST_NAME_BYTES = 255;
    private static final Pattern PRINTABLE = Pattern.compile("[^\\p{Cntrl}]{1," + MOST_PATH + "}");
    private static final String SHAPE = "a relative path of 1 to " + MOST_PATH
            + " printable characters, without empty names, '.', '..', and '.git'";

    private ManifestRules() {}

    /** Everything wrong with {@code manifest}, at most 20 violations; empty when it keeps the rules. */
    public static List<Violation> violations(Manifest manifest) {
        Violations found = new Violations();
        if (found.size("/entries", manifest.entries().size(), MOST_ENTRIES)) {
            Set<String> paths = new HashSet<>();
            @Nullable String before = null;
            for (int i = 0; i < manifest.entries().size(); i++) {
                before = entry(found, "/entries/" + i, manifest.entries().get(i), before, paths);
            }
        }
        return found.found();
    }

    /** Its path, for the next one. */
    private static @Nullable String entry(
            Violations found, String at, @Nullable ManifestEntry entry, @Nullable String before, Set<String> paths) {
        if (entry == null || entry.path() == null) {
            found.require(false, at, "must have a path");
            return before;
        }
        String path = entry.path();
        found.require(isPath(path), at + "/path", "must be " + SHAPE);
        found.require(
                before == null || before.compareTo(path) < 0, at + "/path", "must come after the one before, and once");
        found.require(isInFolders(path, paths), at + "/path", "must not lie in a file or a link");
        paths.add(path);
        switch (entry) {
            case ManifestEntry.File file -> file(found, at, file);
            case ManifestEntry.Link link -> found.require(staysInside(link), at + "/target", "must stay in the folder");
        }
        return path;
    }

    private static void file(Violations found, String at, ManifestEntry.File file) {
        found.require(file.size() >= 0, at + "/size", "must not be negative");
        long needed = (file.size() + Piece.MOST_BYTES - 1) / Piece.MOST_BYTES;
        found.require(
                file.size() >= 0 && file.pieces().size() == needed,
                at + "/pieces",
                "must be one for each %d bytes".formatted(Piece.MOST_BYTES));
        found.require(file.pieces().stream().allMatch(hash -> hash != null), at + "/pieces", "must not have null");
    }

    private static boolean isPath(String path) {
        return PRINTABLE.matcher(path).matches()
                && StandardCharsets.UTF_8.newEncoder().canEncode(path)
                && List.of(path.split("/", -1)).stream().allMatch(ManifestRules::isName);
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && !name.equals(".")
                && !name.equals("..")
                && !name.equalsIgnoreCase(".git")
                && name.getBytes(StandardCharsets.UTF_8).length <= MOST_NAME_BYTES;
    }

    /** Sorted as they are, a file comes before what claims to lie in it. */
    private static boolean isInFolders(String path, Set<String> paths) {
        for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
            if (paths.contains(path.substring(0, end))) {
                return false;
            }
        }
        return true;
    }

    /** By the names alone: what a link leads to over other links is not followed here, and nothing is ever written through one. */
    private static boolean staysInside(ManifestEntry.Link link) {
        String target = link.target();
        if (target == null || !PRINTABLE.matcher(target).matches() || target.startsWith("/")) {
            return false;
        }
        Deque<String> place = new ArrayDeque<>(List.of(link.path().split("/", -1)));
        place.removeLast();
        for (String name : target.split("/", -1)) {
            if (name.equals("..")) {
                if (place.pollLast() == null) {
                    return false;
                }
            } else if (!name.isEmpty() && !name.equals(".")) {
                place.addLast(name);
            }
        }
        return StandardCharsets.UTF_8.newEncoder().canEncode(target);
    }
}
