package io.signalbox.cli.webhook;

import io.signalbox.cli.api.Call;
import io.signalbox.cli.api.Doc;
import io.signalbox.cli.api.Reply;
import io.signalbox.cli.desk.Desk;
import io.signalbox.cli.failure.ExitCode;
import io.signalbox.cli.output.Cell;
import io.signalbox.cli.output.Style;
import io.signalbox.cli.output.Table;
import io.signalbox.cli.output.Words;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code webhooks}: lists them; its subcommands make, switch and delete them, and show and repeat what was delivered. A secret is shown once. */
@Command(name = "webhooks", description = "Lists webhooks; makes, tries and deletes them, shows what was delivered.")
public final class WebhooksCommand implements Callable<Integer> {
    private static final String WEBHOOKS = "webhooks";
    private static final String DELIVERIES = "deliveries";

    private final Desk desk;

    @Option(
            names = {"-p", "--project"},
            paramLabel = "NAME",
            description = "Only those of this project.")
    private @Nullable String project;

    /** Works by {@code desk}. */
    public WebhooksCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws InterruptedException {
        desk.show(
                desk.api().send(Call.get(WEBHOOKS).with("project", project)),
                reply -> desk.screen()
                        .table(rows(reply.doc().list("items"), desk.clock().instant())));
        return ExitCode.OK.number();
    }

    private static Table rows(List<Doc> webhooks, Instant now) {
        var table = new Table("WEBHOOK", "PROJECT", "STATE", "DELIVERED", "TYPES", "URL", "NAME");
        for (Doc webhook : webhooks) {
            table.row(
                    Cell.of(webhook.text("id")),
                    Cell.of(webhook.text("project")),
                    state(webhook, now),
                    Cell.of(Words.since(webhook.instant("deliveredAt"), now)),
                    Cell.of(webhook.joined("types")),
                    Cell.of(webhook.text("url")),
                    Cell.of(webhook.text("name")));
        }
        return table;
    }

    private static Cell state(Doc webhook, Instant now) {
        if (!webhook.flag("enabled")) {
            return new Cell("off: " + webhook.at("switchedOff").text("detail"), Style.BAD);
        }
        String failing = Words.since(webhook.instant("failingSince"), now);
        return failing.isEmpty() ? new Cell("on", Style.GOOD) : new Cell("failing for " + failing, Style.UNDER_WAY);
    }

    @Command(name = "make", description = "Makes a webhook and prints its secret, this once.")
    int make(@Mixin WebhookOptions options) throws InterruptedException {
        Reply made = desk.api().send(Call.post(WEBHOOKS).body(options.body()));
        desk.show(made, reply -> {
            desk.screen().plain(reply.doc().text("secret"));
            desk.screen()
                    .note("The secret of webhook " + reply.doc().text("id")
                            + " is shown this once. `signalbox webhooks test "
                            + reply.doc().text("id")
                            + "` tries the receiver out.");
        });
        return ExitCode.OK.number();
    }

    @Command(name = "delete", description = "Deletes a webhook with its deliveries.")
    int delete(@Parameters(paramLabel = "WEBHOOK", description = "Its id.") String webhook)
            throws InterruptedException {
        desk.done(desk.api().send(Call.delete(WEBHOOKS, webhook)), "Webhook " + webhook + " is deleted");
        return ExitCode.OK.number();
    }

    @Command(name = "on", description = "Switches a webhook on again: it is told of what happens from now on.")
    int on(@Parameters(paramLabel = "WEBHOOK", description = "Its id.") String webhook) throws InterruptedException {
        return enabled(webhook, JsonNodeFactory.instance.objectNode().put("enabled", true), "on");
    }

    @Command(name = "off", description = "Switches a webhook off.")
    int off(@Parameters(paramLabel = "WEBHOOK", description = "Its id.") String webhook) throws InterruptedException {
        return enabled(webhook, JsonNodeFactory.instance.objectNode().put("enabled", false), "off");
    }

    private int enabled(String webhook, JsonNode body, String how) throws InterruptedException {
        desk.done(
                desk.api().send(Call.patch(WEBHOOKS, webhook).body(body)),
                "Webhook " + webhook + " is switched " + how);
        return ExitCode.OK.number();
    }

    @Command(name = "test", description = "Sends a webhook a message of nothing.")
    int test(@Parameters(paramLabel = "WEBHOOK", description = "Its id.") String webhook) throws InterruptedException {
        desk.done(
                desk.api().send(Call.post(WEBHOOKS, webhook, "test")),
                "A test is on its way; `signalbox webhooks deliveries " + webhook + "` shows what becomes of it");
        return ExitCode.OK.number();
    }

    @Command(name = DELIVERIES, description = "Shows what was delivered to a webhook, the newest first.")
    int deliveries(
            @Parameters(paramLabel = "WEBHOOK", description = "Its id.") String webhook,
            @Option(names = "--limit", paramLabel = "N", description = "At most so many; default 50.") @Nullable
                    Integer limit)
            throws InterruptedException {
        desk.show(
                desk.api().send(Call.get(WEBHOOKS, webhook, DELIVERIES).with("limit", limit)),
                reply -> desk.screen()
                        .table(DeliveryRows.of(
                                reply.doc().list("items"), desk.clock().instant())));
        return ExitCode.OK.number();
    }

    @Command(name = "repeat", description = "Delivers something again.")
    int repeat(
            @Parameters(paramLabel = "WEBHOOK", description = "Its id.") String webhook,
            @Parameters(paramLabel = "DELIVERY", description = "Its id.") String delivery)
            throws InterruptedException {
        desk.done(
                desk.api().send(Call.post(WEBHOOKS, webhook, DELIVERIES, delivery, "repeat")),
                "Delivery " + delivery + " is on its way again");
        return ExitCode.OK.number();
    }
}
