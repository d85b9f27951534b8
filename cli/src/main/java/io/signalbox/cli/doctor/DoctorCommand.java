package io.signalbox.cli.doctor;

import io.signalbox.cli.api.Transport;
import io.signalbox.cli.desk.Desk;
import io.signalbox.cli.failure.ExitCode;
import io.signalbox.cli.login.Connection;
import io.signalbox.cli.output.Cell;
import io.signalbox.cli.output.Format;
import io.signalbox.cli.output.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code doctor}: a line for everything that is needed. Exit code 1 when something is wrong. */
@Command(
        name = "doctor",
        description = "Says what is wrong: the way to the gateway, the token, runners, tasks that wait.")
public final class DoctorCommand implements Callable<Integer> {
    private final Desk desk;
    private final Function<Connection, Transport> transport;

    /** Looks by {@code desk}, and at the way itself by {@code transport}. */
    public DoctorCommand(Desk desk, Function<Connection, Transport> transport) {
        this.desk = desk;
        this.transport = transport;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<Finding> findings = findings();
        if (desk.format() == Format.JSON) {
            var all = JsonNodeFactory.instance.objectNode();
            var list = all.putArray("findings");
            findings.forEach(finding -> list.addObject()
                    .put("verdict", finding.verdict().name().toLowerCase(Locale.ROOT))
                    .put("about", finding.about())
                    .put("text", finding.text()));
            desk.screen().line(all.toString());
        } else {
            var table = new Table("", "ABOUT", "FOUND");
            findings.forEach(
                    finding -> table.row(finding.verdict().cell(), Cell.of(finding.about()), Cell.of(finding.text())));
            desk.screen().table(table);
        }
        boolean wrong = findings.stream().anyMatch(Finding::isWrong);
        return (wrong ? ExitCode.NOT_WELL : ExitCode.OK).number();
    }

    private List<Finding> findings() throws InterruptedException {
        Connection connection = desk.connection();
        var findings = new ArrayList<Finding>();
        findings.add(Finding.ok("address", connection.address() + ", " + connection.origin()));
        findings.addAll(new WayIn(transport.apply(connection), desk.clock()).findings());
        if (findings.stream().noneMatch(Finding::isWrong)) {
            findings.addAll(new Work(desk.api(), desk.clock()).findings());
        }
        return findings;
    }
}
