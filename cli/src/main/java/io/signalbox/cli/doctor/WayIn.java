package io.signalbox.cli.doctor;

import io.signalbox.cli.api.Call;
import io.signalbox.cli.api.Outcome;
import io.signalbox.cli.api.Reply;
import io.signalbox.cli.api.Transport;
import io.signalbox.cli.failure.Failure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The way to the API: network, certificate, clock, token. What makes the rest pointless is the last. */
final class WayIn {
    private static final Duration LARGEST_SKEW = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;

    private final Transport transport;
    private final InstantSource clock;

    WayIn(Transport transport, InstantSource clock) {
        this.transport = transport;
        this.clock = clock;
    }

    List<Finding> findings() throws InterruptedException {
        return switch (transport.send(Call.get("me"))) {
            case Outcome.NoConnection(String detail) ->
                List.of(Finding.wrong("network", detail + ": is the gateway up, and the address right?"));
            case Outcome.Broken(String detail) ->
                List.of(Finding.wrong("network", "something accepts connections, but does not answer: " + detail));
            case Outcome.Untrusted(String detail) ->
                List.of(Finding.wrong("certificate", detail + " (--ca FILE names the authority)"));
            case Outcome.Answered answered -> answered(answered);
        };
    }

    private List<Finding> answered(Outcome.Answered answer) {
        var findings = new ArrayList<Finding>();
        findings.add(Finding.ok("network", "the gateway answers, and its certificate is trusted"));
        answer.date().map(this::clock).ifPresent(findings::add);
        findings.add(token(answer));
        return findings;
    }

    private Finding clock(Instant theirs) {
        Duration ahead = Duration.between(theirs, clock.instant());
        String text = ahead.abs().toSeconds() + " s " + (ahead.isNegative() ? "behind" : "ahead of") + " the gateway's";
        return ahead.abs().compareTo(LARGEST_SKEW) > 0
                ? Finding.look("clock", text + ": ages and times look wrong here")
                : Finding.ok("clock", text);
    }

    private static Finding token(Outcome.Answered answer) {
        if (answer.status() == UNAUTHORIZED) {
            return Finding.wrong(
                    "token", "it is not known, has expired or was revoked: `signalbox login` takes another");
        }
        if (answer.status() != OK) {
            return Finding.wrong("token", "the gateway cannot tell: it answered " + answer.status());
        }
        try {
            var me = new Reply(answer.status(), answer.body(), answer.date()).doc();
            return Finding.ok("token", me.text("name") + ", " + me.text("role"));
        } catch (Failure e) {
            return Finding.wrong("token", e.line());
        }
    }
}
