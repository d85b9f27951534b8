package io.signalbox.cli.api;

import static io.signalbox.cli.api.ScriptedTransport.answer;
import static io.signalbox.cli.api.ScriptedTransport.later;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.cli.failure.ExitCode;
import io.signalbox.cli.failure.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class ApiTest {
    private static final Call READ = Call.get("tasks");
    private static final Call SUBMIT = Call.post("tasks").body(JsonNodeFactory.instance.objectNode());
    private static final Outcome BROKEN = new Outcome.Broken("connection reset");
    private static final Outcome ABSENT = new Outcome.NoConnection("https://here refuses connections");

    private final ManualTiming timing = new ManualTiming();
    private final List<String> trouble = new ArrayList<>();

    @Test
    void waitsAsLongAsTheGatewayAsks() throws InterruptedException {
        var transport = new ScriptedTransport(
                later(503, "{'code':'store_unavailable','detail':'away'}", Duration.ofSeconds(7)), answer(200, "{}"));
        assertThat(api(transport).send(READ).status()).isEqualTo(200);
        assertThat(timing.pauses()).containsExactly(Duration.ofSeconds(7));
        assertThat(trouble).containsExactly("away. Try again in a moment; `signalbox doctor` looks closer.", "");
    }

    @Test
    void anOverloadThatDoesNotEndIsToldAsSuch() {
        var transport =
                new ScriptedTransport(later(429, "{'code':'backlog_full','detail':'Full'}", Duration.ofSeconds(9)));
        assertThatThrownBy(() -> api(transport).send(READ))
                .hasMessage("Full. Wait until fewer tasks wait (`signalbox top`), or add runners.")
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.UNAVAILABLE));
        assertThat(transport.calls).hasSize(4);
    }

    @Test
    void whatIsRefusedIsNotRepeatedAndSaysWhatToDo() {
        var transport =
                new ScriptedTransport(answer(401, "{'code':'unauthenticated','detail':'The token is not known'}"));
        assertThatThrownBy(() -> api(transport).send(READ))
                .hasMessage("The token is not known. Log in with `signalbox login`.")
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.REFUSED));
        assertThat(transport.calls).hasSize(1);
    }

    @Test
    void certificateThatIsNotTrustedSaysWhatToDoAtBothEnds() {
        var transport = new ScriptedTransport(new Outcome.Untrusted("no name matches 10.0.0.5"));
        assertThatThrownBy(() -> api(transport).send(READ))
                .hasMessage(
                        "The gateway's certificate is not trusted: no name matches 10.0.0.5. Name its authority with --ca FILE; "
                                + "it is good for the host in the gateway's SIGNALBOX_PUBLIC_URL.");
        assertThat(transport.calls).hasSize(1);
    }

    @Test
    void nobodyWhoIsLockedOutKnocksAgain() {
        var transport = new ScriptedTransport(
                later(429, "{'code':'locked_out','detail':'Too many wrong tokens'}", Duration.ofSeconds(2)));
        assertThatThrownBy(() -> api(transport).send(READ))
                .hasMessage("Too many wrong tokens. Wait, then log in with a good token.");
        assertThat(transport.calls).hasSize(1);
    }

    @Test
    void aBrokenCallThatCanBeRepeatedIs() throws InterruptedException {
        var transport = new ScriptedTransport(BROKEN, BROKEN, answer(200, "{}"));
        assertThat(api(transport).send(READ).status()).isEqualTo(200);
    }

    @Test
    void aSubmissionWithAKeyIsRepeatedUnderThatKey() throws InterruptedException {
        var transport = new ScriptedTransport(
                BROKEN, answer(503, "{'code':'unknown','detail':'It may have happened'}"), answer(201, "{}"));
        assertThat(api(transport).send(SUBMIT.key("k1")).status()).isEqualTo(201);
        assertThat(transport.calls).extracting(Call::key).containsExactly("k1", "k1", "k1");
    }

    @Test
    void whatMayHaveHappenedIsNotRepeatedWithoutAKey() {
        assertThatThrownBy(() ->
                        api(new ScriptedTransport(BROKEN, answer(201, "{}"))).send(SUBMIT))
                .hasMessageContaining("It may have been done: look before you try again.");
        assertThatThrownBy(() -> api(new ScriptedTransport(
                                answer(503, "{'code':'unknown','detail':'Silence'}"), answer(201, "{}")))
                        .send(SUBMIT))
                .hasMessage("Silence. Look whether it happened before you try again.");
    }

    @Test
    void nobodyWaitsForAGatewayThatIsNotThere() {
        var transport = new ScriptedTransport(ABSENT);
        assertThatThrownBy(() -> api(transport).send(READ))
                .hasMessageContaining("https://here refuses connections")
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.UNAVAILABLE));
        assertThat(transport.calls).hasSize(1);
    }

    @Test
    void whoFollowsBearsARestartOfTheGateway() throws InterruptedException {
        var outcomes = new ArrayList<Outcome>(Collections.nCopies(60, ABSENT));
        outcomes.add(answer(200, "{}"));
        var transport = new ScriptedTransport(outcomes.toArray(Outcome[]::new));
        assertThat(api(transport).persistent().send(READ).status()).isEqualTo(200);
        assertThat(timing.elapsed()).isLessThan(Duration.ofMinutes(10)).isGreaterThan(Duration.ofMinutes(4));
    }

    @Test
    void whoFollowsGivesUpInTheEnd() {
        assertThatThrownBy(() -> api(new ScriptedTransport(ABSENT)).persistent().send(READ))
                .isInstanceOf(Failure.class);
        assertThat(timing.elapsed()).isLessThanOrEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void aProxysPageIsShownForWhatItIs() {
        var transport = new ScriptedTransport(answer(404, "<html>nothing here</html>"));
        assertThatThrownBy(() -> api(transport).send(READ))
                .hasMessage("it answered with status 404: <html>nothing here</html>.");
    }

    @Test
    void anAnswerWithoutJsonIsNoGateways() throws InterruptedException {
        var reply =
                api(new ScriptedTransport(answer(200, "<html>welcome</html>"))).send(READ);
        assertThatThrownBy(reply::doc).hasMessageContaining("no gateway of Signalbox");
    }

    private Api api(Transport transport) {
        return new Api(transport, timing, trouble::add);
    }
}
