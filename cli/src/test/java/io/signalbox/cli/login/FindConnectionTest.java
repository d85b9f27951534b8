package io.signalbox.cli.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FindConnectionTest {
    private static final Connection NAMED = connection("named");
    private static final Connection KEPT = connection("kept");
    private static final Connection NEAR = connection("near");
    private static final Wishes NOTHING = new Wishes(null, null, null);

    @Test
    void theHomeThatIsNamedThenTheLoginThenTheOneNearby() {
        assertThat(find(NOTHING, NAMED, KEPT, NEAR)).isEqualTo(NAMED);
        assertThat(find(NOTHING, null, KEPT, NEAR)).isEqualTo(KEPT);
        assertThat(find(NOTHING, null, null, NEAR)).isEqualTo(NEAR);
    }

    @Test
    void flagsGoBeforeVariables() {
        var both = new Wishes("https://flag", null, null).or(new Wishes("https://variable", "t", "/ca"));
        assertThat(both).isEqualTo(new Wishes("https://flag", "t", "/ca"));
    }

    @Test
    void anAddressTakesTheTokenThatItWasFoundWith() {
        assertThat(find(new Wishes("https://near/", null, null), NAMED, KEPT, NEAR)
                        .token())
                .isEqualTo("near-token");
    }

    @Test
    void aTokenNeverGoesToAnotherAddress() {
        assertThatThrownBy(() -> find(new Wishes("https://elsewhere", null, null), NAMED, KEPT, NEAR))
                .hasMessageContaining("No token is known for https://elsewhere");
    }

    @Test
    void whatIsWishedReplacesWhatWasFound() {
        Connection found = find(new Wishes(null, "mine", "/ca.pem"), null, KEPT, null);
        assertThat(found.address()).isEqualTo(KEPT.address());
        assertThat(found.token()).isEqualTo("mine");
        assertThat(found.authorities()).isEqualTo("text of /ca.pem");
    }

    @Test
    void withoutAnythingTheFirstStepIsSaid() {
        assertThatThrownBy(() -> find(NOTHING, null, null, null)).hasMessageContaining("`signalbox login URL`");
    }

    @Test
    void plainHttpIsForThisMachineAlone() {
        assertThat(new Connection(URI.create("http://localhost:1"), "t", null, "").address())
                .hasPort(1);
        assertThatThrownBy(() -> new Connection(URI.create("http://elsewhere"), "t", null, ""))
                .hasMessageContaining("http only on loopback");
        assertThatThrownBy(() -> new Connection(URI.create("https://x"), "two\nlines", null, ""))
                .hasMessageContaining("The token must be one word");
    }

    @Test
    void noTokenIsPrinted() {
        assertThat(KEPT.toString() + new Wishes(null, "kept-token", null)).doesNotContain("kept-token");
    }

    private static Connection connection(String name) {
        return new Connection(URI.create("https://" + name), name + "-token", null, name);
    }

    private static Connection find(
            Wishes wishes, @Nullable Connection named, @Nullable Connection kept, @Nullable Connection near) {
        return new FindConnection(wishes, new Known(named, near), new Kept(kept)).find();
    }

    private record Known(
            @Nullable Connection first, @Nullable Connection last) implements Homes {
        @Override
        public Optional<Connection> named() {
            return Optional.ofNullable(first);
        }

        @Override
        public Optional<Connection> near() {
            return Optional.ofNullable(last);
        }

        @Override
        public String authorities(String file) {
            return "text of " + file;
        }
    }

    private record Kept(@Nullable Connection one) implements Logins {
        @Override
        public Optional<Connection> load() {
            return Optional.ofNullable(one);
        }

        @Override
        public String save(Connection connection) {
            return "";
        }

        @Override
        public boolean forget() {
            return false;
        }
    }
}
