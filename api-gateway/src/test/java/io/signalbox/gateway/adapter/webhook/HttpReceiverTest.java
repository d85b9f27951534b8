package io.signalbox.gateway.adapter.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.gateway.access.AddressRange;
import io.signalbox.gateway.webhook.AddressRule;
import io.signalbox.gateway.webhook.delivery.Outcome;
import io.signalbox.gateway.webhook.sending.Receiver.Parcel;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes over the wire to a receiver, and that nothing does where it must not. */
class HttpReceiverTest {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final LocalReceiver server = LocalReceiver.start();
    private final HttpReceiver open = new HttpReceiver(
            new AddressRule(Stream.of("127.0.0.0/8")
                    .map(AddressRange::parse)
                    .map(range -> range.orElseThrow())
                    .toList()),
            threads);
    private final HttpReceiver usual = new HttpReceiver(new AddressRule(List.of()), threads);

    @BeforeEach
    void start() {
        open.start();
        usual.start();
    }

    @AfterEach
    void close() {
        open.close();
        usual.close();
        server.close();
        threads.close();
    }

    @Test
    void headersAndBodyArriveAsTheyWereSigned() {
        Outcome outcome = open.post(new Parcel(server.url("127.0.0.1"), "wh-1", 17, "v1,abc", "{\"ä\":1}"));
        assertThat(outcome).isEqualTo(new Outcome.Answered(204));
        assertThat(server.told()).containsExactly(new LocalReceiver.Told("wh-1", "17", "v1,abc", "{\"ä\":1}"));
    }

    @Test
    void closedAddressIsNotConnectedToHoweverItIsWritten() {
        int port = server.url("localhost").getPort();
        for (String host : new String[] {"127.0.0.1", "localhost", "2130706433", "[::ffff:127.0.0.1]", "0.0.0.0"}) {
            Outcome outcome = usual.post(parcel(URI.create("http://" + host + ":" + port + "/")));
            assertThat(outcome).as(host).isInstanceOf(Outcome.Unanswered.class);
        }
        assertThat(((Outcome.Unanswered) usual.post(parcel(server.url("127.0.0.1")))).why())
                .contains("private, loopback");
        assertThat(server.told()).isEmpty();
    }

    @Test
    void nameIsJudgedByTheAddressThatIsConnectedTo() {
        assertThat(open.post(parcel(server.url("localhost")))).isEqualTo(new Outcome.Answered(204));
    }

    @Test
    void nameThatMeansAnotherAddressAMomentLaterGainsNothing() {
        AtomicInteger lookups = new AtomicInteger();
        AddressRule rule =
                new AddressRule(List.of(AddressRange.parse("127.0.0.1").orElseThrow()));
        HttpReceiver rebound = new HttpReceiver(new GuardedResolver(
                rule,
                _ -> new InetAddress[] {
                    InetAddress.ofLiteral("10.0.0.1"),
                    InetAddress.ofLiteral(lookups.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.2")
                },
                threads));
        rebound.start();
        try (rebound) {
            assertThat(rebound.post(parcel(server.url("rebound.example")))).isEqualTo(new Outcome.Answered(204));
            assertThat(lookups).hasValue(1);
            server.answering(exchange -> {
                exchange.getResponseHeaders().add("Connection", "close");
                exchange.sendResponseHeaders(204, -1);
            });
            rebound.post(parcel(server.url("rebound.example")));
            assertThat(rebound.post(parcel(server.url("rebound.example"))))
                    .isInstanceOfSatisfying(
                            Outcome.Unanswered.class,
                            unanswered -> assertThat(unanswered.why()).contains("private, loopback"));
            assertThat(server.told()).hasSize(2);
        }
    }

    @Test
    void redirectIsNotFollowed() {
        server.answering(exchange -> {
            exchange.getResponseHeaders()
                    .add("Location", server.url("127.0.0.1").toString());
            exchange.sendResponseHeaders(307, -1);
        });
        assertThat(open.post(parcel(server.url("127.0.0.1")))).isEqualTo(new Outcome.Answered(307));
        assertThat(server.told()).hasSize(1);
    }

    @Test
    void demandForCredentialsIsAnAnswerLikeAnyOther() {
        server.answering(exchange -> {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"x\"");
            exchange.sendResponseHeaders(401, -1);
        });
        assertThat(open.post(parcel(server.url("127.0.0.1")))).isEqualTo(new Outcome.Answered(401));
    }

    @ParameterizedTest
    @CsvSource({
        "429, 120, 120",
        "503, 120, 120",
        "429, 99999999999999999999, 0",
        "503, in a while, 0",
        "503, 'Sun, 06 Nov 1994 08:40:37 GMT', 0",
        "500, 120, 0"
    })
    void overloadedReceiverMayAskForAPause(int status, String wanted, int seconds) {
        assertThat(asksFor(status, wanted)).isEqualTo(new Outcome.Answered(status, Duration.ofSeconds(seconds)));
    }

    @Test
    void pauseMayBeADate() {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.now().plusSeconds(120).atOffset(ZoneOffset.UTC));
        assertThat(((Outcome.Answered) asksFor(503, date)).pause())
                .isBetween(Duration.ofSeconds(60), Duration.ofSeconds(121));
    }

    private Outcome asksFor(int status, String wanted) {
        server.answering(exchange -> {
            exchange.getResponseHeaders().add("Retry-After", wanted);
            exchange.sendResponseHeaders(status, -1);
        });
        return open.post(parcel(server.url("127.0.0.1")));
    }

    @Test
    void endlessBodyEndsSoon() {
        server.answering(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] some = new byte[8192];
            while (true) {
                exchange.getResponseBody().write(some);
            }
        });
        Instant begin = Instant.now();
        assertThat(open.post(parcel(server.url("127.0.0.1")))).isEqualTo(new Outcome.Answered(200));
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void receiverThatIsNotThereIsUnanswered() {
        URI gone = server.url("127.0.0.1");
        server.close();
        assertThat(open.post(parcel(gone))).isEqualTo(new Outcome.Unanswered("it could not be connected to"));
        assertThat(open.post(parcel(URI.create("https://no-such-host.invalid/"))))
                .isEqualTo(new Outcome.Unanswered("its name is not known"));
    }

    private static Parcel parcel(URI url) {
        return new Parcel(url, "wh-1", 17, "v1,abc", "{}");
    }
}
