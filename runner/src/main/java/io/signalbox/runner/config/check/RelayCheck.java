package io.signalbox.runner.config.check;

import io.signalbox.model.relay.RelayPaths;
import io.signalbox.model.relay.access.RegisterRequest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.ObjectMapper;

/** The way to one gateway: network or proxy, certificate, clock, token. */
public final class RelayCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LARGEST_SKEW = Duration.ofSeconds(30);
    private static final int UNAUTHORIZED = 401;
    private static final int SERVER_ERROR = 500;

    private final HttpClient client;
    private final ProxySelector proxies;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final Pass pass;

    public RelayCheck(HttpClient client, ProxySelector proxies, ObjectMapper json, InstantSource clock, Pass pass) {
        this.client = client;
        this.proxies = proxies;
        this.json = json;
        this.clock = clock;
        this.pass = pass;
    }

    /**
     * What the runner would show.
     *
     * @param kept the access token of an earlier registration, if any
     * @param registration the registration token; may be empty
     */
    public record Pass(Optional<String> kept, String registration) {}

    /** Everything about one gateway; blocks for seconds at most. What makes the rest pointless is the last. */
    public List<Finding> of(URI gateway) {
        var findings = new ArrayList<Finding>();
        Finding reached = network(gateway);
        findings.add(reached);
        if (!reached.isWrong()) {
            findings.addAll(answers(gateway));
        }
        return findings;
    }

    private Finding network(URI gateway) {
        Proxy proxy = proxies.select(gateway).getFirst();
        boolean direct = proxy.type() == Proxy.Type.DIRECT;
        int port = gateway.getPort() < 0 ? 443 : gateway.getPort();
        InetSocketAddress next = direct
                ? InetSocketAddress.createUnresolved(gateway.getHost(), port)
                : (InetSocketAddress) proxy.address();
        String about = direct ? "network" : "proxy";
        try (var socket = new Socket()) {
            var address = new InetSocketAddress(next.getHostString(), next.getPort());
            if (address.isUnresolved()) {
                return Finding.wrong(about, "the name " + next.getHostString() + " is not known");
            }
            socket.connect(address, (int) PATIENCE.toMillis());
            return Finding.ok(about, next.getHostString() + ":" + next.getPort() + " accepts connections");
        } catch (IOException e) {
            return Finding.wrong(
                    about, "no connection to " + next.getHostString() + ":" + next.getPort() + ": " + e.getMessage());
        }
    }

    private List<Finding> answers(URI gateway) {
        try {
            HttpResponse<byte[]> response = client.send(question(gateway), BodyHandlers.ofByteArray());
            return List.of(
                    Finding.ok("certificate", "is trusted for " + gateway.getHost()), time(response), token(response));
        } catch (IOException e) {
            Throwable root = rootOf(e);
            return List.of(
                    root instanceof GeneralSecurityException
                            ? Finding.wrong(
                                    "certificate",
                                    gateway + ": " + root.getMessage() + " (--ca names other authorities)")
                            : Finding.wrong("network", gateway + " does not answer: " + e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(Finding.wrong("network", "interrupted"));
        }
    }

    private static Throwable rootOf(Throwable failure) {
        return failure.getCause() == null ? failure : rootOf(failure.getCause());
    }

    /** A registration without a name is refused by everybody; for another reason when the token is good. No use of it is taken. */
    private HttpRequest question(URI gateway) {
        String path = pass.kept().isPresent() ? RelayPaths.REFRESH : RelayPaths.REGISTER;
        var nameless = new RegisterRequest("", "check", 1, "", "", "", false, 0, 0, "", 1, List.of(), List.of());
        URI address = URI.create(gateway.toString().replaceAll("/+$", "") + path);
        return HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header(
                        "Authorization",
                        RelayPaths.TOKEN_SCHEME + " " + pass.kept().orElse(pass.registration()))
                .header("Content-Type", "application/json")
                .POST(
                        pass.kept().isPresent()
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(json.writeValueAsBytes(nameless)))
                .build();
    }

    private Finding time(HttpResponse<byte[]> response) {
        Optional<Instant> theirs = response.headers().firstValue("Date").flatMap(RelayCheck::instant);
        if (theirs.isEmpty()) {
            return Finding.ok("clock", "the gateway does not tell its time");
        }
        Duration ahead = Duration.between(theirs.get(), clock.instant());
        String text = "is " + ahead.abs().toSeconds() + " s " + (ahead.isNegative() ? "behind" : "ahead of")
                + " the gateway's";
        return ahead.abs().compareTo(LARGEST_SKEW) > 0 ? Finding.wrong("clock", text) : Finding.ok("clock", text);
    }

    private static Optional<Instant> instant(String date) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Finding token(HttpResponse<byte[]> response) {
        String which = pass.kept().isPresent() ? "the access token of this home" : "the registration token";
        int status = response.statusCode();
        if (pass.kept().isEmpty() && pass.registration().isBlank()) {
            return Finding.wrong("token", "there is none: set --registration-token");
        }
        if (status == UNAUTHORIZED) {
            return Finding.wrong("token", which + " is not known to the gateway, has expired or was revoked");
        }
        boolean good = pass.kept().isPresent() ? status == 200 : status == 400 || status == 422;
        if (good) {
            return Finding.ok("token", which + " is good");
        }
        return Finding.wrong(
                "token",
                status >= SERVER_ERROR
                        ? "the gateway cannot tell at present: it answered " + status
                        : "what answers is no gateway: status " + status);
    }
}
