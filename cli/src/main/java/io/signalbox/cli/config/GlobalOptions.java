package io.signalbox.cli.config;

import io.signalbox.cli.login.Wishes;
import io.signalbox.cli.output.Format;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options of every command. */
final class GlobalOptions {
    @Option(
            names = "--url",
            scope = ScopeType.INHERIT,
            paramLabel = "URL",
            description = "The gateway (SIGNALBOX_URL).")
    private @Nullable String url;

    @Option(
            names = "--token",
            scope = ScopeType.INHERIT,
            paramLabel = "TOKEN",
            description = "The API token; others on this machine may see it here, so better SIGNALBOX_TOKEN.")
    private @Nullable String token;

    @Option(
            names = "--ca",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "Authorities to trust instead of the system's (SIGNALBOX_CA).")
    private @Nullable String ca;

    @Option(
            names = {"-o", "--output"},
            scope = ScopeType.INHERIT,
            paramLabel = "table|json",
            description = "For people, or for programs: one JSON document.")
    private Format format = Format.TABLE;

    Format format() {
        return format;
    }

    /** What they say of the connection, and where they say nothing what the variables say. */
    Wishes wishes(Map<String, String> environment) {
        return new Wishes(url, token, ca)
                .or(new Wishes(
                        set(environment.get("SIGNALBOX_URL")),
                        set(environment.get("SIGNALBOX_TOKEN")),
                        set(environment.get("SIGNALBOX_CA"))));
    }

    private static @Nullable String set(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
