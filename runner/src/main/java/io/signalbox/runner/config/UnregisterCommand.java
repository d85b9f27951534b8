package io.signalbox.runner.config;

import io.signalbox.runner.adapter.disk.MembershipFile;
import io.signalbox.runner.adapter.http.HttpRelay;
import io.signalbox.runner.adapter.http.HttpRelay.Patience;
import io.signalbox.runner.config.setting.RunnerHome;
import io.signalbox.runner.config.setting.SettingOptions;
import io.signalbox.runner.session.Answer;
import io.signalbox.runner.session.Membership;
import io.signalbox.runner.session.Relay;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** {@code unregister}: goodbye to the relay. What cannot be said is not forgotten, so that it can be said again; exit status 1. */
final class UnregisterCommand {
    private final SettingOptions options;
    private final PrintWriter out;

    UnregisterCommand(SettingOptions options, PrintWriter out) {
        this.options = options;
        this.out = out;
    }

    int run() throws IOException {
        var json = JsonMapper.builder().build();
        try (var home = RunnerHome.open(options.home())) {
            var memberships = new MembershipFile(home.membership(), json);
            Optional<Membership> membership = memberships.load();
            if (membership.isEmpty()) {
                out.println("nothing to forget: this home has no registration");
                return 0;
            }
            var relay = new HttpRelay(options.clients(), 1, json, Patience.usual());
            String refusal = goodbye(relay, membership.get().credentials().token());
            if (refusal.isEmpty()) {
                memberships.forget();
                out.println("unregistered " + membership.get().name());
                return 0;
            }
            out.println("still registered: " + refusal);
            return 1;
        }
    }

    /** Empty when a gateway has heard it, or does not know the runner any more; else what the last one said. */
    private String goodbye(HttpRelay relay, String token) {
        String refusal = "";
        for (URI gateway : options.gateways()) {
            switch (relay.disconnect(gateway, token)) {
                case Answer.Given<Relay.Pushed> _ -> {
                    return "";
                }
                case Answer.Refused<Relay.Pushed> refused -> {
                    if (refused.unknownToken()) {
                        return "";
                    }
                    refusal = gateway + " answered " + refused.status() + " " + refused.reason();
                }
                case Answer.Unavailable<Relay.Pushed>(String cause) -> refusal = gateway + ": " + cause;
            }
        }
        return refusal;
    }
}
