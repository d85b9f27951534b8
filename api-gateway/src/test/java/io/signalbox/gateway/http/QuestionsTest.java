package io.signalbox.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.backbone.bus.MessageBus;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.message.RelayCommand;
import io.signalbox.model.message.SchedulerCommand.ExplainPlease;
import io.signalbox.model.message.SchedulerCommand.PreviewPlease;
import io.signalbox.model.message.SchedulerCommand.Question;
import io.signalbox.model.message.SchedulerCommand.ScalingPlease;
import io.signalbox.model.message.SchedulerCommand.WhatIfPlease;
import io.signalbox.model.outlook.Comparison;
import io.signalbox.model.outlook.FleetChange;
import io.signalbox.model.outlook.Scaling;
import io.signalbox.model.task.Explanation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class QuestionsTest {
    private static final Instant AT = Instant.parse("2030-01-01T00:00:00Z");
    private static final String TASKS = "/api/v1/tasks";
    private static final String WHAT_IF = "/api/v1/what-if";

    private final RunningGateway gateway = RunningGateway.shared();
    private final ApiClient client = gateway.client();
    private final StandInLeader leader = new StandInLeader(gateway.bean(MessageBus.class), QuestionsTest::answer);

    private static RelayCommand.Answer answer(Question question) {
        return switch (question) {
            case ExplainPlease it -> new RelayCommand.Explained(it.requestId(), explanation());
            case PreviewPlease it -> new RelayCommand.Explained(it.requestId(), Explanation.startsAt(AT));
            case WhatIfPlease it ->
                new RelayCommand.Compared(
                        it.requestId(),
                        new Comparison(
                                3,
                                new Comparison.Outlook(1, 0, AT),
                                new Comparison.Outlook(4, 0, AT),
                                List.of(),
                                List.of(),
                                "more slots"));
            case ScalingPlease it ->
                new RelayCommand.Scaled(
                        it.requestId(),
                        new Scaling(it.pool(), 7, 4, 4, 9, Duration.ofSeconds(40), Duration.ofSeconds(30), "why", AT));
        };
    }

    private static Explanation explanation() {
        return new Explanation(
                true,
                3L,
                AT,
                List.of(new Explanation.Cause("busy", "each has no free slot", 2, List.of("runner-1"))),
                List.of(new Explanation.PoolCause(PoolName.DEFAULT, "busy", "no free slot", 2)),
                "Wait for a slot.");
    }

    @AfterEach
    void leave() {
        leader.close();
    }

    @Test
    void waitingTaskIsExplainedWithItsEstimatedStart() {
        Answer task = client.post(TASKS, "{\"commands\":[\"true\"]}").is(201);

        JsonNode explained =
                client.get(task.header("Location") + "/explain").is(200).json();

        assertThat(explained.at("/position").asInt()).isEqualTo(3);
        assertThat(explained.at("/estimatedStart").asString()).isEqualTo("2030-01-01T00:00:00.000Z");
        assertThat(explained.at("/causes/0/runners").asInt()).isEqualTo(2);
        assertThat(explained.at("/pools/0/pool").asString()).isEqualTo("default");
        assertThat(explained.at("/change").asString()).isEqualTo("Wait for a slot.");
    }

    @Test
    void previewAsksAboutTermsAndStoresNothing() {
        JsonNode preview = client.post(
                        TASKS + "/preview", "{\"project\":\"preview\",\"commands\":[\"true\"],\"tags\":[\"gpu\"]}")
                .is(200)
                .json();

        assertThat(preview.at("/waiting").asBoolean()).isFalse();
        assertThat(preview.at("/estimatedStart").asString()).isEqualTo("2030-01-01T00:00:00.000Z");
        assertThat(leader.asked().remove()).isInstanceOfSatisfying(PreviewPlease.class, it -> {
            assertThat(it.terms().tags()).containsExactly("executor:shell", "gpu");
            assertThat(it.terms().project().value()).isEqualTo("preview");
        });
        assertThat(client.get(TASKS + "?project=preview").is(200).json().at("/items"))
                .isEmpty();
    }

    @Test
    void previewOfWhatWouldBeRefusedIsRefusedTheSame() {
        client.post(TASKS + "/preview", "{\"commands\":[]}").isProblem(422, "invalid_spec");
        client.post(TASKS + "/preview", "{\"commands\":[\"x\"],\"colour\":1}").isProblem(400, "unknown_field");
        client.post(TASKS + "/preview", "{\"commands\":[\"x\"],\"secrets\":[\"NOBODY\"]}")
                .isProblem(422, "invalid_spec")
                .names("/secrets/0", "no secret");
        assertThat(leader.asked()).isEmpty();
    }

    @Test
    void scalingOfAPoolIsAskedForByItsName() {
        JsonNode scaling = client.get("/api/v1/pools/default/scaling").is(200).json();

        assertThat(scaling.at("/pool").asString()).isEqualTo("default");
        assertThat(scaling.at("/wanted").asInt()).isEqualTo(7);
        assertThat(scaling.at("/usual").asString()).isEqualTo("PT40S");
        assertThat(scaling.at("/reason").asString()).isEqualTo("why");
        client.get("/api/v1/pools/nobody/scaling").isProblem(404, "not_found");
    }

    @Test
    void whatIfComparesTwoFleets() {
        JsonNode compared = client.post(WHAT_IF, "{\"add\":[{\"pool\":\"default\",\"runners\":3}]}")
                .is(200)
                .json();

        assertThat(compared.at("/then/slots").asInt()).isEqualTo(4);
        assertThat(compared.at("/summary").asString()).isEqualTo("more slots");
        assertThat(leader.asked().remove())
                .isInstanceOfSatisfying(
                        WhatIfPlease.class,
                        it -> assertThat(it.change())
                                .isEqualTo(new FleetChange(
                                        List.of(),
                                        List.of(new FleetChange.Addition(PoolName.DEFAULT, 3, null, null)))));
    }

    @Test
    void whatIfOfNothingOrOfNobodyIsRefused() {
        client.post(WHAT_IF, "{}").isProblem(422, "invalid_request").names("", "must name runners");
        client.post(WHAT_IF, "{\"drain\":[\"7b1d9c60-52aa-4e0f-8d3c-1f2e3d4c5b6a\"]}")
                .isProblem(422, "invalid_request")
                .names("/drain/0", "no such runner");
        client.post(WHAT_IF, "{\"add\":[{\"pool\":\"nobody\",\"runners\":1}]}")
                .isProblem(422, "invalid_request")
                .names("/add/0/pool", "no such pool");
        client.post(WHAT_IF, "{\"add\":[{\"pool\":\"default\",\"runners\":0,\"slots\":0}]}")
                .isProblem(422, "invalid_request")
                .names("/add/0/runners", "from 1")
                .names("/add/0/slots", "from 1");
        client.post(WHAT_IF, "{\"add\":[{\"runners\":1}]}")
                .isProblem(422, "invalid_request")
                .names("/add/0/pool", "required");
        assertThat(leader.asked()).isEmpty();
    }
}
