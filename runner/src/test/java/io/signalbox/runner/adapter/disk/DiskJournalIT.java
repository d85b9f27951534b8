package io.signalbox.runner.adapter.disk;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.id.AttemptId;
import io.signalbox.runner.job.Outcome;
import io.signalbox.runner.journal.OpenAttempt;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class DiskJournalIT {
    private static final AttemptId FIRST = new AttemptId("0198c5f0-8b1e-8c3a-9f00-000000000001");
    private static final AttemptId SECOND = new AttemptId("0198c5f0-8b1e-8c3a-9f00-000000000002");

    @TempDir
    Path folder;

    private DiskJournal open() throws IOException {
        return new DiskJournal(folder.resolve("journal"), JsonMapper.builder().build());
    }

    private static OpenAttempt attempt(AttemptId id) {
        return new OpenAttempt(id, 2, URI.create("https://relay/api/v1/logs/" + id), null);
    }

    @Test
    void openAttemptsAndTheirOutcomesOutliveTheProcess() throws IOException {
        DiskJournal journal = open();
        journal.began(attempt(FIRST));
        journal.began(attempt(SECOND));
        journal.ended(SECOND, Outcome.failed(7));
        assertThat(open().open())
                .containsExactly(attempt(FIRST), attempt(SECOND).ended(Outcome.failed(7)));
        journal.close();
    }

    @Test
    void anAcknowledgedAttemptIsForgotten() throws IOException {
        DiskJournal journal = open();
        journal.began(attempt(FIRST));
        journal.acknowledged(FIRST);
        assertThat(open().open()).isEmpty();
        journal.close();
    }

    @Test
    void itsIdsAreThoseOfTheOpenAttemptsAtEachMoment() throws IOException {
        DiskJournal journal = open();
        assertThat(journal.ids()).isEmpty();
        journal.began(attempt(FIRST));
        journal.began(attempt(SECOND));
        assertThat(journal.ids()).containsExactly(FIRST, SECOND);
        journal.acknowledged(FIRST);
        assertThat(journal.ids()).containsExactly(SECOND);
    }

    @Test
    void aTornLastLineIsIgnored() throws IOException {
        open().began(attempt(FIRST));
        Path file = folder.resolve("journal");
        Files.writeString(file, "0a1b2c3d {\"entry\":\"began\",\"att", StandardOpenOption.APPEND);
        assertThat(open().ids()).containsExactly(FIRST);
    }

    @Test
    void aDamagedLineDoesNotHideTheOthers() throws IOException {
        DiskJournal journal = open();
        journal.began(attempt(FIRST));
        journal.began(attempt(SECOND));
        journal.close();
        try (var file = new RandomAccessFile(folder.resolve("journal").toFile(), "rw")) {
            file.seek(40);
            file.write(0);
        }
        assertThat(open().ids()).containsExactly(SECOND);
    }

    /** A runner that ended for it would take along what runs. */
    @Test
    void anAcknowledgementThatCannotBeWrittenIsForgottenUntilTheNextStartOnly() throws IOException {
        DiskJournal journal = open();
        journal.began(attempt(FIRST));
        journal.close();
        journal.acknowledged(FIRST);
        assertThat(journal.ids()).isEmpty();
        assertThat(open().ids()).containsExactly(FIRST);
    }

    @Test
    void aGrownJournalIsWrittenAnew() throws IOException {
        DiskJournal journal = open();
        journal.began(attempt(FIRST));
        for (int i = 0; i < 2000; i++) {
            journal.began(attempt(SECOND));
            journal.acknowledged(SECOND);
        }
        assertThat(Files.size(folder.resolve("journal"))).isLessThan(300_000);
        assertThat(open().ids()).containsExactly(FIRST);
        journal.close();
    }

    /** As on a full disk: the old one takes what still fits. */
    @Test
    void aGrownJournalThatCannotBeWrittenAnewGoesOn() throws IOException {
        DiskJournal journal = open();
        Path inTheWay = Files.createDirectory(folder.resolve("journal.new"));
        for (int i = 0; i < 2000; i++) {
            journal.began(attempt(SECOND));
            journal.acknowledged(SECOND);
        }
        journal.began(attempt(FIRST));
        Files.delete(inTheWay);
        assertThat(open().ids()).containsExactly(FIRST);
        journal.close();
    }
}
