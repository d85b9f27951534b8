package io.signalbox.backbone.rabbit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import io.signalbox.backbone.FaultyProxy;
import io.signalbox.backbone.bus.BusHealth;
import io.signalbox.backbone.bus.BusListener;
import io.signalbox.backbone.bus.Delivery;
import io.signalbox.backbone.bus.Destination;
import io.signalbox.backbone.bus.Inbox;
import io.signalbox.backbone.bus.MessageBus;
import io.signalbox.backbone.bus.MessageBusContract;
import io.signalbox.backbone.bus.Outgoing;
import io.signalbox.backbone.bus.Received;
import io.signalbox.backbone.bus.Subscription;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.message.DeadLetter;
import io.signalbox.model.message.LeaderHint;
import io.signalbox.model.message.Message;
import io.signalbox.model.message.RelayCommand.SnapshotPlease;
import io.signalbox.model.message.SchedulerCommand;
import io.signalbox.model.message.Topology;
import io.signalbox.testkit.infra.Infra;
import io.signalbox.testkit.infra.Part;
import io.signalbox.testkit.infra.RequiresInfra;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@RequiresInfra(Part.RABBITMQ)
class RabbitBusIT implements MessageBusContract {

    private final URI broker;
    private final RabbitBus bus;
    private final RabbitBus otherBus;
    private final List<DeadLetter> deadLetters = new ArrayList<>();

    RabbitBusIT(Infra infra) {
        this.broker = infra.rabbitmq();
        this.bus = busAt(broker);
        this.otherBus = busAt(broker);
    }

    @BeforeEach
    void start() throws Exception {
        bus.start();
        otherBus.start();
        await().until(() -> bus.health() instanceof BusHealth.Connected);
        try (Connection connection = connect();
                Channel channel = connection.createChannel()) {
            channel.queuePurge(Topology.DEAD);
        }
    }

    @AfterEach
    void close() {
        bus.close();
        otherBus.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no message | malformed | Unrecognized token",
                "'' | unknown_type | type '' version 0",
                "{\"type\":\"earthquake\",\"v\":1} | unknown_type | type 'earthquake' version 1",
                "{\"type\":\"snapshot-please\",\"v\":99,\"epoch\":1} | unknown_type | type 'snapshot-please' version 99",
                "{\"type\":\"snapshot-please\",\"v\":1,\"epoch\":[]} | malformed | from Array value"
            })
    void unreadableMessageIsPutAsideWithReasonCodeAndOriginAndTheRestGoesOn(String body, String code, String reason)
            throws Exception {
        Inbox leader = new Inbox.Leader();
        Inbox ofRelay = new Inbox.Relay(relay());
        Received received = new Received();
        try (Subscription _ = otherBus.subscribe(leader, received);
                Subscription _ = otherBus.subscribe(ofRelay, received);
                Connection connection = connect();
                Channel channel = connection.createChannel()) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            channel.basicPublish(Topology.COMMANDS, Topology.SCHEDULER_KEY, null, bytes);
            channel.basicPublish(Topology.ASSIGNMENTS, relay().value(), null, bytes);
            SchedulerCommand.ReportsReady bell = new SchedulerCommand.ReportsReady(List.of());
            send(command(1), new Outgoing(new Destination.Leader(), bell));

            received.await(new SnapshotPlease(new Epoch(1)));
            received.await(bell);
            for (Inbox inbox : List.of(leader, ofRelay)) {
                await().untilAsserted(() -> assertThat(deadLetters()).anySatisfy(letter -> {
                    assertThat(letter.origin()).isEqualTo(inbox.toString());
                    assertThat(letter.code()).isEqualTo(code);
                    assertThat(letter.reason()).contains(reason);
                    assertThat(letter.body()).isEqualTo(body);
                }));
            }
        }
    }

    @Test
    void lostConnectionComesBackWithEverythingThatHungOnIt() throws Exception {
        Received received = new Received();
        try (FaultyProxy proxy = new FaultyProxy(new InetSocketAddress(broker.getHost(), broker.getPort()));
                MessageBus fragile = startedBusBehind(proxy);
                Subscription inbox = fragile.subscribe(new Inbox.Relay(relay()), received)) {
            proxy.cut();
            await().until(() -> !inbox.isActive());
            assertThat(fragile.health()).isInstanceOf(BusHealth.Down.class);
            assertThat(fragile.send(List.of(command(1))).get(10, SECONDS))
                    .hasOnlyElementsOfType(Delivery.Unavailable.class);

            proxy.restore();
            await().until(() -> fragile.health() instanceof BusHealth.Connected);
            assertThat(fragile.send(List.of(command(2))).get(10, SECONDS)).containsExactly(new Delivery.Delivered());
            received.await(new SnapshotPlease(new Epoch(2)));
        }
    }

    /** The wait for confirms ends by another exception than a publication does. */
    @Test
    void connectionThatIsLostBeforeTheBrokerConfirmedComesBack() throws Exception {
        Received received = new Received();
        try (FaultyProxy proxy = new FaultyProxy(new InetSocketAddress(broker.getHost(), broker.getPort()));
                MessageBus fragile = startedBusBehind(proxy);
                Subscription _ = bus.subscribe(new Inbox.Relay(relay()), received)) {
            proxy.mute();
            CompletableFuture<List<Delivery>> unconfirmed = fragile.send(List.of(command(1)));
            received.await(new SnapshotPlease(new Epoch(1)));
            proxy.cut();
            assertThat(unconfirmed.get(10, SECONDS)).hasOnlyElementsOfType(Delivery.Unavailable.class);

            proxy.restore();
            await().until(() -> fragile.health() instanceof BusHealth.Connected);
            assertThat(fragile.send(List.of(command(2))).get(10, SECONDS)).containsExactly(new Delivery.Delivered());
        }
    }

    @Test
    void brokerThatIsAwayAtTheStartIsFoundLater() throws Exception {
        Received received = new Received();
        try (FaultyProxy proxy = new FaultyProxy(new InetSocketAddress(broker.getHost(), broker.getPort()))) {
            proxy.cut();
            try (MessageBus early = busAt(behind(proxy));
                    Subscription inbox = early.subscribe(new Inbox.Relay(relay()), received)) {
                early.start();
                assertThat(inbox.isActive()).isFalse();

                proxy.restore();
                await().until(() -> early.health() instanceof BusHealth.Connected);
                send(command(1));
                received.await(new SnapshotPlease(new Epoch(1)));
            }
        }
    }

    @Test
    void ofAClusterWhoeverIsThereIsUsed() throws Exception {
        InetSocketAddress real = new InetSocketAddress(broker.getHost(), broker.getPort());
        Received received = new Received();
        try (FaultyProxy one = new FaultyProxy(real);
                FaultyProxy other = new FaultyProxy(real)) {
            one.cut();
            try (MessageBus cluster = busAt(URI.create(behind(one) + ",127.0.0.1:" + other.port()));
                    Subscription _ = cluster.subscribe(new Inbox.Relay(relay()), received)) {
                cluster.start();
                await().until(() -> cluster.health() instanceof BusHealth.Connected);
                one.restore();
                other.cut();
                await().until(() -> cluster.health() instanceof BusHealth.Down);
                await().until(() -> cluster.health() instanceof BusHealth.Connected);
                assertThat(cluster.send(List.of(command(2))).get(10, SECONDS))
                        .containsExactly(new Delivery.Delivered());
                received.await(new SnapshotPlease(new Epoch(2)));
            }
        }
    }

    @Test
    void hintsQueueOfAnEarlierVersionIsUsedAsItIs() throws Exception {
        Received received = new Received();
        LeaderHint hint = new LeaderHint("later version");
        try (Connection connection = connect();
                Channel channel = connection.createChannel()) {
            channel.queueDelete(Topology.LEADER);
            channel.queueDeclare(
                    Topology.LEADER,
                    true,
                    false,
                    false,
                    Map.of("x-single-active-consumer", true, "x-message-ttl", 2_000));
            channel.queueBind(Topology.LEADER, Topology.LEADER, Topology.LEADER_KEY);
            try (MessageBus later = busAt(broker);
                    Subscription _ = later.subscribe(new Inbox.LeaderHints(), received)) {
                later.start();
                await().until(() -> later.health() instanceof BusHealth.Connected);
                assertThat(later.send(List.of(new Outgoing(new Destination.LeaderHints(), hint)))
                                .get(10, SECONDS))
                        .containsExactly(new Delivery.Delivered());
                received.await(hint);
            } finally {
                channel.queueDelete(Topology.LEADER);
            }
        }
    }

    private MessageBus startedBusBehind(FaultyProxy proxy) {
        MessageBus started = busAt(behind(proxy));
        started.start();
        await().until(() -> started.health() instanceof BusHealth.Connected);
        return started;
    }

    private URI behind(FaultyProxy proxy) {
        return URI.create("amqp://" + broker.getUserInfo() + "@127.0.0.1:" + proxy.port());
    }

    private static RabbitBus busAt(URI broker) {
        return new RabbitBus(RabbitSettings.at(broker, "test"), BusListener.NONE);
    }

    @Override
    public MessageBus bus() {
        return bus;
    }

    @Override
    public MessageBus otherBus() {
        return otherBus;
    }

    @Override
    public List<DeadLetter> deadLetters() {
        try (Connection connection = connect();
                Channel channel = connection.createChannel()) {
            for (GetResponse next = channel.basicGet(Topology.DEAD, true);
                    next != null;
                    next = channel.basicGet(Topology.DEAD, true)) {
                if (Envelope.open(next.getBody()) instanceof Envelope.Opened.Known(Message message)) {
                    deadLetters.add((DeadLetter) message);
                }
            }
            return deadLetters;
        } catch (Exception e) {
            throw new AssertionError("The broker did not give out its dead letters", e);
        }
    }

    @Override
    public RelayId relay() {
        return new RelayId("r-1");
    }

    private Connection connect() throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(broker);
        return factory.newConnection("test's own eyes");
    }
}
