package io.signalbox.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.backbone.bus.MessageBus;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.message.SchedulerCommand.PreviewPlease;
import io.signalbox.model.message.SchedulerCommand.WhatIfPlease;
import io.signalbox.model.outlook.FleetChange;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class QuestionsTest {
    private static final String TASKS = "/api/v1/tasks";
    private static final String WHAT_IF = "/api/v1/what-if";

    private final RunningGateway gateway = RunningGateway.shared();
    private final ApiClient client = gateway.client();
    private final StandInLeader leader = StandInLeader.usual(gateway.bean(MessageBus.class));

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
