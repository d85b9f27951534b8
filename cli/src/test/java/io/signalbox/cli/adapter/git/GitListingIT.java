package io.signalbox.cli.adapter.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitListingIT {
    @TempDir
    Path folder;

    @Test
    void nestedIgnoreFilesCountAsInGit() throws Exception {
        git(folder, "init", "--quiet");
        write(".gitignore", "*.log\n/build/\n");
        write("a.txt", "");
        write("a.log", "");
        write("build/out", "");
        write("sub/.gitignore", "!keep.log\ntmp\n");
        write("sub/keep.log", "");
        write("sub/other.log", "");
        write("sub/tmp", "");
        write("sub/build/out", "");

        assertThat(listed(folder))
                .containsExactly(".gitignore", "a.txt", "sub/.gitignore", "sub/build/out", "sub/keep.log");
        assertThat(listed(folder.resolve("sub"))).containsExactly(".gitignore", "build/out", "keep.log");
    }

    @Test
    void trackedFileGoesAlthoughItIsIgnored() throws Exception {
        git(folder, "init", "--quiet");
        write("kept.log", "");
        git(folder, "add", "kept.log");
        write(".gitignore", "*.log\n");

        assertThat(listed(folder)).containsExactly(".gitignore", "kept.log");
    }

    @Test
    void ignoreFileCountsOutsideOfARepository() throws Exception {
        write(".gitignore", "*.log\n");
        write("a.log", "");
        write("ä b/c", "");

        assertThat(listed(folder)).containsExactly(".gitignore", "ä b/c");
        assertThat(folder.resolve(".git")).doesNotExist();
    }

    @Test
    void repositoryInsideIsAskedItself() throws Exception {
        git(folder, "init", "--quiet");
        write("inner/a.txt", "");
        write("inner/a.log", "");
        write("inner/.gitignore", "*.log\n");
        git(folder.resolve("inner"), "init", "--quiet");

        assertThat(listed(folder)).containsExactly("inner/.gitignore", "inner/a.txt");
    }

    @Test
    void linkIsNotFollowed() throws Exception {
        write("sub/a", "");
        Files.createSymbolicLink(folder.resolve("link"), Path.of("sub"));

        assertThat(listed(folder)).containsExactly("link", "sub/a");
    }

    private static SortedSet<String> listed(Path folder) throws InterruptedException {
        return new GitListing().paths(folder);
    }

    private void write(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static void git(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
