package io.signalbox.cli.desk;

import io.signalbox.cli.api.Api;
import io.signalbox.cli.api.Reply;
import io.signalbox.cli.api.Timing;
import io.signalbox.cli.login.Connection;
import io.signalbox.cli.output.Format;
import io.signalbox.cli.output.Screen;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * What a command works with. The connection is looked for when it is needed, so that a wrong one does not keep anybody from the help.
 */
public interface Desk {

    /** The API of the gateway that this command talks to. */
    Api api();

    /** Where that is, with which token, and who said so. */
    Connection connection();

    /** Where to print. */
    Screen screen();

    /** For whom. */
    Format format();

    /** Time that passes. */
    Timing timing();

    /** The time of day; for ages alone. */
    InstantSource clock();

    /** Shows an answer to programs as it came, to people as {@code table} does. */
    default void show(Reply reply, Consumer<Reply> table) {
        switch (format()) {
            case JSON -> screen().document(reply.body());
            case TABLE -> table.accept(reply);
        }
    }

    /** Shows that something was done: to people in one line. */
    default void done(Reply reply, String text) {
        show(reply, _ -> screen().plain(text));
    }
}
