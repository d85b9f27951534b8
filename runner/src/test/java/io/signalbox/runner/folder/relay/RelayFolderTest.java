package io.signalbox.runner.folder.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.model.folder.FolderBatch;
import io.signalbox.runner.execution.Jobs;
import io.signalbox.runner.folder.SentParts;
import io.signalbox.runner.session.Answer;
import io.signalbox.runner.session.Lifecycle;
import io.signalbox.runner.session.ScriptedRelay;
import io.signalbox.runner.session.Sessions;
import io.signalbox.runner.session.Surroundings;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelayFolderTest {
    private static final Answer<byte[]> AWAY = new Answer.Unavailable<>("cut");

    private final ScriptedRelay relay = new ScriptedRelay();
    private final SentParts sent = SentParts.of("a", "1");
    private final Deque<Answer<byte[]>> answers = new ArrayDeque<>();
    private final RelayFolder folder;
    private int calls;

    RelayFolderTest() {
        Surroundings surroundings = Sessions.surroundings(new Lifecycle());
        folder = new RelayFolder(Sessions.open(relay, surroundings), surroundings);
        relay.atFolder = from -> {
            calls++;
            return answers.isEmpty()
                    ? new Answer.Given<>(sent.from(from).bytes())
                    : answers.size() == 1 ? answers.getFirst() : answers.removeFirst();
        };
    }

    @Test
    void gatewayThatDiesIsFollowedByAnotherFromThePartThatIsMissing() throws IOException {
        answers.addAll(List.of(
                AWAY,
                new Answer.Refused<>(401, "who"),
                new Answer.Given<>(sent.from(1).bytes())));

        FolderBatch rest = folder.next(Jobs.ATTEMPT, 1, () -> false);

        assertThat(rest.parts()).containsExactly(sent.parts().getLast());
        assertThat(calls).isEqualTo(3);
    }

    @Test
    void relayThatStaysAwayIsGivenUp() {
        answers.add(AWAY);

        assertThatThrownBy(() -> folder.next(Jobs.ATTEMPT, 0, () -> false))
                .isInstanceOf(IOException.class)
                .hasMessage("cut");
        assertThat(calls).isEqualTo(30);
    }

    @Test
    void refusalIsNotAskedAgain() {
        answers.add(new Answer.Refused<>(410, "piece x is not there any more"));

        assertThatThrownBy(() -> folder.next(Jobs.ATTEMPT, 0, () -> false))
                .hasMessage("the relay answered 410 piece x is not there any more");
        assertThat(calls).isEqualTo(1);
    }

    @Test
    void stopEndsTheAsking() {
        answers.add(AWAY);

        assertThatThrownBy(() -> folder.next(Jobs.ATTEMPT, 0, () -> calls == 2)).hasMessage("the attempt was stopped");
        assertThat(calls).isEqualTo(2);
    }
}
