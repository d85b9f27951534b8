package io.signalbox.cli.login;

import io.signalbox.cli.api.Api;
import io.signalbox.cli.api.Call;
import io.signalbox.cli.api.Doc;
import io.signalbox.cli.failure.ExitCode;
import io.signalbox.cli.output.Screen;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code login}: tries address, token and authority, and keeps them for later commands. */
@Command(
        name = "login",
        description = "Keeps address, token and authority of a gateway for later commands, after trying them.",
        footer = "The token is read from SIGNALBOX_TOKEN, else from standard input or the keyboard.")
public final class LoginCommand implements Callable<Integer> {
    private final Surroundings with;

    @Parameters(
            arity = "0..1",
            paramLabel = "URL",
            description = "The gateway's address, such as https://signalbox.example.org.")
    private @Nullable String address;

    /**
     * What it works with.
     *
     * @param wishes what flags and variables say
     * @param homes reads the authority's file
     * @param logins keeps it
     * @param ask gets the token from whoever types, or from standard input
     * @param open opens the API of a connection
     * @param screen where to print
     */
    public record Surroundings(
            Supplier<Wishes> wishes,
            Homes homes,
            Logins logins,
            Function<String, String> ask,
            Function<Connection, Api> open,
            Supplier<Screen> screen) {}

    /** Works with {@code with}. */
    public LoginCommand(Surroundings with) {
        this.with = with;
    }

    @Override
    public Integer call() throws InterruptedException {
        Wishes wishes = with.wishes().get();
        String url = Optional.ofNullable(address)
                .or(() -> Optional.ofNullable(wishes.url()))
                .orElse("");
        String token =
                Optional.ofNullable(wishes.token()).orElseGet(() -> with.ask().apply("API token"));
        String ca = wishes.ca();
        var connection = new Connection(
                Connection.address(url),
                token.strip(),
                ca == null ? null : with.homes().authorities(ca),
                "login");
        Doc me = with.open().apply(connection).send(Call.get("me")).doc();
        String file = with.logins().save(connection);
        with.screen()
                .get()
                .plain("Logged in to " + connection.address() + " as " + me.text("name") + " (" + me.text("role")
                        + "); kept in " + file);
        return ExitCode.OK.number();
    }
}
