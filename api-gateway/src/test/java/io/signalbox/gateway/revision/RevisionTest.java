package io.signalbox.gateway.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.gateway.problem.ProblemException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RevisionTest {

    @Test
    void conditionHoldsForTheTagThatWasSeenAndForAny() {
        for (String condition : new String[] {"\"3\"", "*", "\"1\", \"3\""}) {
            assertThatCode(() -> Revision.require(Optional.of(condition), 3)).doesNotThrowAnyException();
        }
        assertThatCode(() -> Revision.require(Optional.empty(), 3)).doesNotThrowAnyException();
        for (String condition : new String[] {"\"2\"", "3", "W/\"3\"", "", "\"33\""}) {
            assertThatThrownBy(() -> Revision.require(Optional.of(condition), 3))
                    .isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void editThatWasOvertakenIsMadeAgainOnWhatIsThere() {
        AtomicLong stored = new AtomicLong(1);
        long edited = Revision.edit(
                Optional.empty(),
                stored::get,
                version -> version,
                known -> known == 1 ? Optional.<Long>empty().or(() -> overtaken(stored)) : Optional.of(known + 10));
        assertThat(edited).isEqualTo(12);
    }

    @Test
    void editThatIsAlwaysOvertakenEndsWithAProblem() {
        assertThatThrownBy(() -> Revision.edit(Optional.empty(), () -> 1L, version -> version, _ -> Optional.empty()))
                .isInstanceOf(ProblemException.class);
    }

    private static Optional<Long> overtaken(AtomicLong stored) {
        stored.set(2);
        return Optional.empty();
    }
}
