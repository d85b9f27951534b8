package io.signalbox.gateway.adapter.home;

import io.signalbox.gateway.security.TokenValue;
import java.security.SecureRandom;

/**
 * A credential that is made at the first start, so that somebody can begin. The file is written before the store hears of it: what
 * the store knows, the owner of the home can always read.
 */
public final class FirstToken {
    private final Home home;
    private final String file;
    private final String kind;

    /**
     * The credential in one file.
     *
     * @param file its name in the home
     * @param kind what the value begins with
     */
    public FirstToken(Home home, String file, String kind) {
        this.home = home;
        this.file = file;
        this.kind = kind;
    }

    /** The value in the file, which is made if it is not there. */
    public TokenValue value() {
        return home.locked(() -> home.read(file)
                .filter(text -> text.startsWith(kind))
                .map(TokenValue::new)
                .orElseGet(this::make));
    }

    private TokenValue make() {
        TokenValue made = TokenValue.random(kind, new SecureRandom());
        home.keep(file, made.text() + System.lineSeparator());
        return made;
    }
}
