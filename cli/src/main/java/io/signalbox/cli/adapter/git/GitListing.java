package io.signalbox.cli.adapter.git;

import io.signalbox.cli.failure.Failure;
import io.signalbox.cli.task.send.FolderListing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Asks git itself, so that {@code .gitignore} is honoured exactly as there: what is tracked, and what is neither tracked nor ignored; in repositories within the
 * folder, too. A folder outside of any repository is looked at as one in which nothing is tracked.
 */
public final class GitListing implements FolderListing {
    private static final String NO_REPOSITORY = "not a git repository";
    private static final List<String> UNTRACKED = List.of("ls-files", "-z", "--others", "--exclude-standard");
    private static final List<String> ALL = List.of("ls-files", "-z", "--cached", "--others", "--exclude-standard");

    /** What git has said. */
    private record Said(int status, String output, String error) {}

    @Override
    public SortedSet<String> paths(Path folder) throws InterruptedException {
        SortedSet<String> found = new TreeSet<>();
        try {
            collect(folder.toAbsolutePath(), "", found);
        } catch (IOException e) {
            throw Failure.usage("--send asks git what belongs to a folder, and git does not start: " + e.getMessage());
        }
        return found;
    }

    private static void collect(Path folder, String prefix, SortedSet<String> found)
            throws IOException, InterruptedException {
        for (String path : list(folder)) {
            String name = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
            Path inner = folder.resolve(name);
            if (!Files.isDirectory(inner, LinkOption.NOFOLLOW_LINKS)) {
                found.add(prefix + name);
            } else if (Files.exists(inner.resolve(".git"))) {
                collect(inner, prefix + name + "/", found);
            }
        }
    }

    private static List<String> list(Path folder) throws IOException, InterruptedException {
        Said inside = git(folder, List.of("rev-parse", "--is-inside-work-tree"));
        if (inside.status() == 0) {
            return names(git(folder, ALL));
        }
        if (!inside.error().contains(NO_REPOSITORY)) {
            throw refused(inside);
        }
        Path empty = Files.createTempDirectory("signalbox-send");
        try {
            names(git(empty, List.of("init", "--quiet")));
            List<String> command =
                    new ArrayList<>(List.of("--git-dir=" + empty.resolve(".git"), "--work-tree=" + folder));
            command.addAll(UNTRACKED);
            return names(git(folder, command));
        } finally {
            delete(empty);
        }
    }

    private static Said git(Path folder, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command);
        // In a hook of git these name another repository.
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_") && !name.startsWith("GIT_CONFIG"));
        builder.environment().put("LC_ALL", "C");
        Path errors = Files.createTempFile("signalbox-send", ".err");
        try {
            Process process = builder.redirectError(errors.toFile()).start();
            process.getOutputStream().close();
            byte[] output = process.getInputStream().readAllBytes();
            return new Said(process.waitFor(), text(output), Files.readString(errors, StandardCharsets.ISO_8859_1));
        } finally {
            Files.delete(errors);
        }
    }

    private static List<String> names(Said said) {
        if (said.status() != 0) {
            throw refused(said);
        }
        return Stream.of(said.output().split("\0", -1))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static String text(byte[] output) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(output))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Failure.usage("The name of a file in the folder is no UTF-8: it cannot be sent.");
        }
    }

    private static Failure refused(Said said) {
        return Failure.usage("git cannot list the folder: "
                + said.error().lines().findFirst().orElse("status " + said.status()));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
