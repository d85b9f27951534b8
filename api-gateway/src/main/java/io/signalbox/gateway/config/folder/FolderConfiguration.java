package io.signalbox.gateway.config.folder;

import io.signalbox.backbone.mongo.Store;
import io.signalbox.backbone.mongo.StoreClock;
import io.signalbox.gateway.adapter.mongo.folder.MongoFolderTasks;
import io.signalbox.gateway.adapter.mongo.folder.MongoPieceStore;
import io.signalbox.gateway.folder.FolderLimits;
import io.signalbox.gateway.folder.FolderParts;
import io.signalbox.gateway.folder.FolderTask;
import io.signalbox.gateway.folder.FolderTasks;
import io.signalbox.gateway.folder.Folders;
import io.signalbox.gateway.folder.PieceStore;
import io.signalbox.gateway.folder.PurgePieces;
import io.signalbox.gateway.folder.http.FolderController;
import io.signalbox.gateway.json.ApiJson;
import io.signalbox.gateway.json.JsonBody;
import io.signalbox.gateway.problem.Problem;
import io.signalbox.gateway.task.belonging.SentFolders;
import io.signalbox.model.folder.Manifest;
import io.signalbox.model.folder.PieceHash;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.TaskId;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Folders that go along with tasks: taken, held, purged. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FolderSettings.class)
public class FolderConfiguration {

    @Bean
    FolderLimits folderLimits(FolderSettings settings) {
        return settings.limits();
    }

    @Bean
    PieceStore pieceStore(Store store, FolderLimits limits) {
        return new MongoPieceStore(store, limits.grain());
    }

    @Bean
    FolderTasks folderTasks(Store store) {
        return new MongoFolderTasks(store);
    }

    @Bean
    Folders folders(PieceStore store, FolderTasks tasks, FolderLimits limits, InstantSource storeTime) {
        return new Folders(store, tasks, limits, System::nanoTime, ApiJson.mapper(), storeTime);
    }

    @Bean
    SentFolders sentFolders(Folders folders) {
        return new SentFolders() {
            @Override
            public Optional<Problem> lacking(ProjectName project, PieceHash manifest) {
                return folders.lacking(project, manifest);
            }

            @Override
            public void hold(ProjectName project, PieceHash manifest, TaskId task) {
                folders.hold(new FolderTask(task, project, manifest));
            }
        };
    }

    @Bean
    FolderController folderController(JsonBody json, Folders folders) {
        return new FolderController(json, folders);
    }

    @Bean
    FolderParts folderParts(PieceStore store) {
        JsonMapper mapper = ApiJson.mapper();
        return new FolderParts(store, content -> mapper.readValue(content, Manifest.class));
    }

    @Bean
    FolderDuty folderDuty(FolderParts parts, FolderTasks tasks, FolderLimits limits, StoreClock clock) {
        return new FolderDuty(
                new PurgePieces(parts, tasks, limits, () -> clock.now().map(StoreClock.Reading::instant)));
    }
}
