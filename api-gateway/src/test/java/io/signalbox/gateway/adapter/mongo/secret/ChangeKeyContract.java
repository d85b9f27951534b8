package io.signalbox.gateway.adapter.mongo.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.secret.ChangeKey;
import io.signalbox.gateway.secret.KeyRing;
import io.signalbox.gateway.secret.MasterKey;
import io.signalbox.gateway.secret.Sealed;
import io.signalbox.gateway.secret.SealedSecret;
import io.signalbox.gateway.secret.SealedValues;
import io.signalbox.gateway.secret.Secrets;
import io.signalbox.model.id.ProjectName;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The change of the master key, over any store: whatever dies in the middle, every value opens, and doing it again ends it. */
public interface ChangeKeyContract {
    int MANY = 450;

    /** An empty store. */
    Store store();

    @Test
    default void changeThatDiedHalfWayLeavesEveryValueReadableAndIsEndedByTheNext() {
        MasterKey before = key();
        MasterKey after = key();
        fill(before);
        KeyRing both = new KeyRing(() -> after, List.of(before));
        DyingAfter dying = new DyingAfter(values(), 217);
        assertThatThrownBy(() -> new ChangeKey(List.of(dying), both).run()).isInstanceOf(Died.class);
        assertThat(values().byKey()).isEqualTo(Map.of(before.id(), (long) MANY - 217, after.id(), 217L));
        opensAll(both);
        opensAll(new KeyRing(() -> before, List.of(after)));

        ChangeKey.Outcome again = new ChangeKey(List.of(values()), both).run();
        assertThat(again).isEqualTo(new ChangeKey.Outcome(after.id(), MANY - 217, 0));
        opensAll(new KeyRing(() -> after, List.of()));
        assertThat(new ChangeKey(List.of(values()), both).run()).isEqualTo(new ChangeKey.Outcome(after.id(), 0, 0));
    }

    @Test
    default void valueThatIsWrittenMeanwhileStaysAsItWasWritten() {
        MasterKey before = key();
        MasterKey after = key();
        KeyRing both = new KeyRing(() -> after, List.of(before));
        put(before, "S", "old");
        SealedValues.Value read = values().notUnder(after.id(), "", 1).getFirst();
        put(before, "S", "new");
        assertThat(values().replace(read, both.seal("old", read.place()))).isFalse();
        new ChangeKey(List.of(values()), both).run();
        assertThat(secrets(new KeyRing(() -> after, List.of())).open(ProjectName.DEFAULT, List.of("S")))
                .containsEntry("S", "new");
    }

    @Test
    default void valueOfAnUnknownKeyIsLeftAndCounted() {
        MasterKey lost = key();
        MasterKey present = key();
        put(lost, "L", "gone");
        put(present, "P", "here");
        KeyRing ring = new KeyRing(() -> present, List.of());
        assertThat(new ChangeKey(List.of(values()), ring).run()).isEqualTo(new ChangeKey.Outcome(present.id(), 0, 1));
        assertThat(values().byKey()).isEqualTo(Map.of(lost.id(), 1L, present.id(), 1L));
    }

    private void fill(MasterKey key) {
        IntStream.range(0, MANY).forEach(number -> put(key, "S" + number, "value " + number));
    }

    private void put(MasterKey key, String name, String value) {
        Sealed sealed = new KeyRing(() -> key, List.of()).seal(value, ProjectName.DEFAULT + ":" + name);
        new MongoSecretStore(store()).put(new SealedSecret(ProjectName.DEFAULT, name, sealed, Instant.EPOCH));
    }

    private void opensAll(KeyRing ring) {
        List<String> names =
                IntStream.range(0, MANY).mapToObj(number -> "S" + number).toList();
        Map<String, String> opened = secrets(ring).open(ProjectName.DEFAULT, names);
        assertThat(opened).hasSize(MANY).containsEntry("S0", "value 0").containsEntry("S449", "value 449");
    }

    private Secrets secrets(KeyRing ring) {
        return new Secrets(new MongoSecretStore(store()), ring, () -> Instant.EPOCH);
    }

    private SealedValues values() {
        return MongoSecretStore.values(store());
    }

    private static MasterKey key() {
        SecureRandom random = new SecureRandom();
        return MasterKey.of(MasterKey.fresh(random), random);
    }

    /** The gateway was killed. */
    final class Died extends IllegalStateException {
        private static final long serialVersionUID = 1;
    }

    /** Values of which only so many can be replaced. */
    final class DyingAfter implements SealedValues {
        private final SealedValues values;
        private int left;

        DyingAfter(SealedValues values, int left) {
            this.values = values;
            this.left = left;
        }

        @Override
        public Map<String, Long> byKey() {
            return values.byKey();
        }

        @Override
        public List<Value> notUnder(String key, String after, int most) {
            return values.notUnder(key, after, most);
        }

        @Override
        public boolean replace(Value before, Sealed after) {
            if (left-- == 0) {
                throw new Died();
            }
            return values.replace(before, after);
        }
    }
}
