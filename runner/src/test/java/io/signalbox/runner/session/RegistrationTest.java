package io.signalbox.runner.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.relay.access.RegisterResponse;
import io.signalbox.runner.contact.Moment;
import io.signalbox.runner.health.Health;
import io.signalbox.runner.status.StatusBoard;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RegistrationTest {
    private final ScriptedRelay relay = new ScriptedRelay();
    private final Sessions.MemoryMemberships memberships = new Sessions.MemoryMemberships();
    private final Sessions.RecordedPauses pauses = new Sessions.RecordedPauses();
    private final List<String> log = new ArrayList<>();

    private Registration registration() {
        var surroundings = new Surroundings(
                log::add,
                new Lifecycle(),
                pauses,
                () -> Instant.EPOCH,
                new Random(1),
                () -> new Moment(0, 0),
                new Health(),
                new StatusBoard());
        return new Registration(
                relay,
                new Gateways(ScriptedRelay.GATEWAYS),
                Sessions.REQUEST,
                "registration",
                memberships,
                surroundings);
    }

    @Test
    void aRunnerThatWasHereReturnsWithItsAccessTokenAndHigherSyncNumbers() {
        Credentials first = registration().enter().orElseThrow();
        Credentials second = registration().enter().orElseThrow();
        assertThat(relay.registrations).containsExactly("one registration");
        assertThat(second.token()).isEqualTo("access");
        assertThat(second.firstSync()).isGreaterThanOrEqualTo(first.firstSync() + 1_000_000_000);
        assertThat(registration().enter().orElseThrow().firstSync()).isGreaterThan(second.firstSync());
    }

    @Test
    void aRunnerThatSaysSomethingElseOfItselfRegistersAnew() {
        memberships.save(new Membership(new Credentials("runner", "kept", null, 1), "runner", 8, List.of(), List.of()));
        assertThat(registration().enter()).map(Credentials::token).contains("access");
    }

    @Test
    void aRunnerThatSaidGoodbyeRegistersAnew() {
        registration().enter();
        registration().left();
        registration().enter();
        assertThat(relay.registrations).hasSize(2);
    }

    @Test
    void aNameInUseIsWaitedForUntilItsHolderMustHaveBeenMissed() {
        relay.atRegistration = token -> relay.registrations.size() < 65
                ? new Answer.Refused<>(409, "the name is in use")
                : new Answer.Given<>(new RegisterResponse("runner", "access", null, null, null));
        assertThat(registration().register()).isPresent();
    }

    @Test
    void aRefusalIsToldOnceAndTriedThirtyTimes() {
        relay.atRegistration = token -> new Answer.Refused<>(401, "unknown token");
        assertThat(registration().register()).isEmpty();
        assertThat(relay.registrations).hasSize(30);
        assertThat(pauses.all).hasSize(30).containsOnly(Duration.ofSeconds(1));
        assertThat(log).singleElement().asString().contains("401", "unknown token");
    }

    @Test
    void anUnreachableRelayIsWaitedForAtAllItsGateways() {
        relay.atRegistration = token -> relay.registrations.size() < 50
                ? new Answer.Unavailable<>("refused")
                : new Answer.Given<>(new RegisterResponse("runner", "access", null, null, null));
        assertThat(registration().register()).isPresent();
        assertThat(relay.registrations).contains("one registration", "two registration");
        assertThat(pauses.all).allSatisfy(pause -> assertThat(pause).isLessThanOrEqualTo(Duration.ofSeconds(30)));
        assertThat(log).hasSize(1);
    }
}
