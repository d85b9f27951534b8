package io.signalbox.scheduler.core.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.id.ProjectName;
import java.util.List;
import org.junit.jupiter.api.Test;

class FairShareTest {
    private static final ProjectName WEB = new ProjectName("web");
    private static final ProjectName OPS = new ProjectName("ops");

    private final FairShare share = new FairShare();

    private record Candidate(Account account) implements FairShare.Turn {}

    private Candidate candidate(ProjectName project) {
        return new Candidate(share.account(project));
    }

    @Test
    void turnCostsWhatTasksTookBefore() {
        share.recall(WEB, 5_000);

        assertThat(share.account(WEB).cost()).isEqualTo(5_000);
        assertThat(share.account(OPS).cost()).isEqualTo(5_000);
    }

    @Test
    void projectWithShortTasksHasItsTurnFirstThoughNobodyOwesAnything() {
        share.recall(WEB, 90_000);
        share.recall(OPS, 10_000);

        Candidate web = candidate(WEB);
        Candidate ops = candidate(OPS);
        assertThat(share.next(List.of(web, ops))).isSameAs(ops);
    }
}
