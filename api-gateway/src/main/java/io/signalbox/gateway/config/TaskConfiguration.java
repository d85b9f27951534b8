package io.signalbox.gateway.config;

import io.signalbox.backbone.bus.MessageBus;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.backbone.mongo.StoreClock;
import io.signalbox.backbone.mongo.write.BatchListener;
import io.signalbox.backbone.mongo.write.BatchingWriter;
import io.signalbox.gateway.adapter.bus.Bell;
import io.signalbox.gateway.adapter.metrics.GatewayMeters;
import io.signalbox.gateway.adapter.mongo.reading.StoreTime;
import io.signalbox.gateway.adapter.mongo.task.CountedBacklog;
import io.signalbox.gateway.adapter.mongo.task.MongoCancelWishes;
import io.signalbox.gateway.adapter.mongo.task.MongoTaskInserts;
import io.signalbox.gateway.adapter.mongo.task.MongoTaskStore;
import io.signalbox.gateway.json.JsonBody;
import io.signalbox.gateway.leader.AskLeader;
import io.signalbox.gateway.log.ChunkStore;
import io.signalbox.gateway.secret.Secrets;
import io.signalbox.gateway.task.CompleteLogs;
import io.signalbox.gateway.task.SealedLogs;
import io.signalbox.gateway.task.TaskController;
import io.signalbox.gateway.task.TaskStore;
import io.signalbox.gateway.task.Tasks;
import io.signalbox.gateway.task.belonging.Belongings;
import io.signalbox.gateway.task.belonging.SentFolders;
import io.signalbox.gateway.task.cancel.CancelController;
import io.signalbox.gateway.task.explain.ExplainController;
import io.signalbox.gateway.task.submit.Backlog;
import io.signalbox.gateway.task.submit.BatchController;
import io.signalbox.gateway.task.submit.Drafts;
import io.signalbox.gateway.task.submit.SubmitController;
import io.signalbox.gateway.task.submit.SubmitTasks;
import io.signalbox.gateway.task.submit.TaskIds;
import io.signalbox.model.message.SchedulerCommand.ReportsReady;
import io.signalbox.model.message.SchedulerCommand.TaskSubmitted;
import io.signalbox.model.message.SchedulerCommand.TaskSubmitted.SubmittedTask;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.model.store.report.ReportId;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tasks: submission, views, cancel. */
@Configuration(proxyBeanMethods = false)
class TaskConfiguration {
    /** A second or two of full load, and two of the largest batches: who comes then is told to come back, instead of waiting longer (ADR 0291). */
    private static final int MOST_SUBMISSIONS = 2_000;

    /** The time that queue time-outs are counted from: the store's, as far as it is known (C22). */
    @Bean
    InstantSource storeTime(StoreClock clock) {
        return new StoreTime(clock::now, InstantSource.system());
    }

    @Bean
    TaskStore taskStore(Store store) {
        return new MongoTaskStore(store);
    }

    @Bean
    Tasks tasks(TaskStore store) {
        return new Tasks(store);
    }

    @Bean
    CompleteLogs completeLogs(ChunkStore chunks) {
        return new SealedLogs(chunks);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    CountedBacklog backlog(Store store, GatewaySettings settings) {
        return new CountedBacklog(store, settings.backlog());
    }

    @Bean(destroyMethod = "close")
    BatchingWriter taskWriter(Store store, ObjectProvider<BatchListener> listener) {
        return new BatchingWriter(
                store.deciding(CollectionNames.TASKS),
                io.signalbox.backbone.mongo.write.Backlog.USUAL.ofWrites(MOST_SUBMISSIONS),
                listener.getIfAvailable(() -> BatchListener.NONE));
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Bell<SubmittedTask> submittedBell(MessageBus bus, GatewayMeters meters) {
        return new Bell<>(bus, tasks -> List.of(new TaskSubmitted(tasks)), meters::published);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Bell<ReportId> reportBell(MessageBus bus, GatewayMeters meters) {
        return new Bell<>(bus, reports -> List.of(new ReportsReady(reports)), meters::published);
    }

    @Bean
    Belongings belongings(Secrets secrets, SentFolders folders) {
        return new Belongings(secrets::unknown, folders);
    }

    @Bean
    SubmitTasks submitTasks(
            InstantSource storeTime,
            Backlog backlog,
            BatchingWriter taskWriter,
            TaskStore store,
            Bell<SubmittedTask> bell,
            Belongings belongings) {
        Drafts drafts = new Drafts(new TaskIds(ThreadLocalRandom::current), storeTime);
        return new SubmitTasks(drafts, backlog, new MongoTaskInserts(taskWriter), store, bell::ring, belongings);
    }

    @Bean
    SubmitController submitController(JsonBody json, SubmitTasks submit, Tasks tasks) {
        return new SubmitController(json, submit, tasks);
    }

    @Bean
    BatchController batchController(JsonBody json, SubmitTasks submit) {
        return new BatchController(json, submit);
    }

    @Bean
    TaskController taskController(TaskStore store, Tasks tasks, CompleteLogs logs) {
        return new TaskController(store, tasks, logs);
    }

    @Bean
    CancelController cancelController(Store store, Tasks tasks, Bell<ReportId> bell, InstantSource storeTime) {
        return new CancelController(tasks, new MongoCancelWishes(store), bell::ring, storeTime);
    }

    @Bean
    ExplainController explainController(JsonBody json, Tasks tasks, SubmitTasks submit, AskLeader leader) {
        return new ExplainController(json, tasks, submit, leader);
    }
}
