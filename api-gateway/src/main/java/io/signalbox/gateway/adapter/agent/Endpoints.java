package io.signalbox.gateway.adapter.agent;

import io.signalbox.gateway.adapter.agent.exchange.BodyRoom;
import io.signalbox.gateway.folder.FolderParts;
import io.signalbox.gateway.relay.Refusals;
import io.signalbox.gateway.relay.claim.JobPayloads;
import io.signalbox.gateway.relay.condition.Conditions;
import io.signalbox.gateway.relay.finish.AttemptDirectory;
import io.signalbox.gateway.relay.folder.LiveFolders;
import io.signalbox.gateway.relay.session.Farewell;
import io.signalbox.gateway.relay.session.FetchJob;
import io.signalbox.gateway.relay.session.Sessions;
import io.signalbox.gateway.runner.registration.Registrations;
import java.util.concurrent.Executor;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the control calls come to.
 *
 * @param mapper of the protocol
 * @param register {@code POST register}
 * @param sync {@code POST sync}
 * @param jobs {@code GET jobs/{id}}
 * @param folders {@code GET jobs/{id}/folder}
 * @param farewell {@code POST disconnect}
 */
public record Endpoints(
        JsonMapper mapper,
        RegisterEndpoint register,
        SyncEndpoint sync,
        JobEndpoint jobs,
        FolderEndpoint folders,
        Farewell farewell) {

    /**
     * All of them.
     *
     * @param runners who is here
     * @param jobs what attempts come to
     * @param room for large bodies
     * @param writers prepares answers where that may block, and writes them
     */
    public static Endpoints of(Runners runners, Jobs jobs, Refusals refusals, BodyRoom room, Executor writers) {
        JsonMapper mapper = AgentJson.mapper();
        return new Endpoints(
                mapper,
                new RegisterEndpoint(mapper, runners.registrations(), runners.sessions(), refusals),
                new SyncEndpoint(mapper, runners.conditions(), jobs.payloads(), refusals, room, writers),
                new JobEndpoint(mapper, jobs, refusals, writers),
                new FolderEndpoint(jobs.folders(), jobs.parts(), refusals, writers),
                runners.farewell());
    }

    /**
     * Who is here.
     *
     * @param registrations lets runners in
     * @param sessions knows them
     * @param conditions hears what they say of themselves
     * @param farewell lets them go
     */
    public record Runners(Registrations registrations, Sessions sessions, Conditions conditions, Farewell farewell) {}

    /**
     * What attempts come to.
     *
     * @param payloads what to run
     * @param fetch claims what an official agent fetches
     * @param directory whose they are
     * @param folders which folders runners may fetch
     * @param parts what these are made of
     */
    public record Jobs(
            JobPayloads payloads, FetchJob fetch, AttemptDirectory directory, LiveFolders folders, FolderParts parts) {}
}
