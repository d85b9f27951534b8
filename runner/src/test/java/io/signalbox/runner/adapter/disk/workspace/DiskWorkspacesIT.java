package io.signalbox.runner.adapter.disk.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.model.id.AttemptId;
import io.signalbox.runner.execution.Jobs;
import io.signalbox.runner.execution.Workspaces.Workspace;
import io.signalbox.runner.job.JobFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskWorkspacesIT {
    @TempDir
    Path home;

    private Workspace workspace;

    @BeforeEach
    void create() throws IOException {
        workspace = workspaces(2).create(Jobs.ATTEMPT);
    }

    private DiskWorkspaces workspaces(int kept) {
        return new DiskWorkspaces(
                home.resolve("work"), home.resolve("user"), new KeptFolders(home.resolve("kept"), kept));
    }

    private static JobFile file(String path, int mode) {
        return new JobFile(path, "aGkK", mode);
    }

    @Test
    void aRelativePathLiesInTheFolderWithItsMode() throws IOException {
        workspace.write(file("a/b.sh", 0750));
        Path written = workspace.folder().resolve("a/b.sh");
        assertThat(written).hasContent("hi\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(written)))
                .isEqualTo("rwxr-x---");
    }

    @Test
    void aRelativePathDoesNotLeaveTheFolder() {
        assertThatThrownBy(() -> workspace.write(file("a/../../x", 0600)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("outside");
        assertThat(home.resolve("work/x")).doesNotExist();
    }

    @Test
    void whatIsWrittenElsewhereIsRemovedAfterwards() throws IOException {
        workspace.write(file("~/.netrc", 0600));
        workspace.write(file(home.resolve("etc/app.conf").toString(), 0644));
        assertThat(home.resolve("user/.netrc")).hasContent("hi\n");
        workspace.close();
        assertThat(home.resolve("user/.netrc")).doesNotExist();
        assertThat(home.resolve("etc/app.conf")).doesNotExist();
    }

    @Test
    void whatWasThereElsewhereIsReplacedAndStays() throws IOException {
        Path existing = Files.writeString(home.resolve("existing"), "before");
        workspace.write(file(existing.toString(), 0600));
        workspace.close();
        assertThat(existing).hasContent("hi\n");
    }

    @Test
    void theFolderIsRemovedAlsoWhereItIsReadOnlyAndNotThroughLinks() throws IOException {
        Path outside = Files.writeString(home.resolve("outside"), "stays");
        Path locked = Files.createDirectories(workspace.folder().resolve("locked"));
        Files.writeString(locked.resolve("file"), "x");
        Files.createSymbolicLink(locked.resolve("link"), outside);
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
        workspace.close();
        assertThat(workspace.folder()).doesNotExist();
        assertThat(outside).hasContent("stays");
    }

    @Test
    void aFolderThatIsToBeKeptIsMovedAside() throws IOException {
        workspace.write(file("a", 0600));
        Path place = workspace.keep().orElseThrow();
        workspace.close();
        assertThat(place.resolve("a")).hasContent("hi\n");
        assertThat(workspace.folder()).doesNotExist();
    }

    @Test
    void onlyTheLastFoldersAreKept() throws IOException {
        for (int i = 1; i <= 4; i++) {
            Workspace one = workspaces(2).create(new AttemptId("0198c5f0-8b1e-8c3a-9f00-00000000000" + i));
            assertThat(one.keep()).isPresent();
            one.close();
        }
        assertThat(home.resolve("kept"))
                .isDirectoryContaining("glob:**3")
                .isDirectoryContaining("glob:**4")
                .isDirectoryNotContaining("glob:**2");
    }

    @Test
    void nothingIsKeptUnlessItIsAskedFor() throws IOException {
        Workspace one = workspaces(0).create(Jobs.ATTEMPT);
        assertThat(one.keep()).isEmpty();
        one.close();
        assertThat(home.resolve("kept")).doesNotExist();
    }
}
