package io.signalbox.cli.login;

import io.signalbox.cli.failure.ExitCode;
import io.signalbox.cli.output.Screen;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/** {@code logout}: forgets what {@code login} has kept. The token itself stays good. */
@Command(
        name = "logout",
        description = "Forgets what `login` has kept. The token itself stays good until it is revoked.")
public final class LogoutCommand implements Callable<Integer> {
    private final Logins logins;
    private final Supplier<Screen> screen;

    /** Forgets what {@code logins} keeps. */
    public LogoutCommand(Logins logins, Supplier<Screen> screen) {
        this.logins = logins;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        screen.get().plain(logins.forget() ? "Logged out" : "Nothing was kept");
        return ExitCode.OK.number();
    }
}
