package io.signalbox.gateway.config.folder;

import io.signalbox.gateway.folder.FolderLimits;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the folders that go along with tasks.
 *
 * @param perTask bytes that the files of one folder may have together
 * @param perProject bytes that the pieces of a project may have together
 * @param kept how long pieces are kept that no task which has not ended, and nobody else, uses
 */
@Validated
@ConfigurationProperties("signalbox.folders")
record FolderSettings(
        @NotNull @DefaultValue("256MB") DataSize perTask,
        @NotNull @DefaultValue("2GB") DataSize perProject,
        @NotNull @DefaultValue("7d") Duration kept) {
    private static final Duration LEAST = Duration.ofHours(8);

    FolderSettings {
        if (kept != null && kept.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException(
                    "signalbox.folders.kept: must be %s at least, but was %s".formatted(LEAST, kept));
        }
    }

    FolderLimits limits() {
        return new FolderLimits(perTask.toBytes(), perProject.toBytes(), kept);
    }
}
