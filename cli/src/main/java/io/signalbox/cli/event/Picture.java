package io.signalbox.cli.event;

import io.signalbox.cli.api.Api;
import io.signalbox.cli.api.Call;
import io.signalbox.cli.api.Doc;
import io.signalbox.cli.fleet.FindRunner;
import io.signalbox.cli.fleet.RunnerRows;
import io.signalbox.cli.output.Cell;
import io.signalbox.cli.output.Plain;
import io.signalbox.cli.output.Table;
import io.signalbox.cli.output.Terminal;
import io.signalbox.cli.output.Words;
import io.signalbox.cli.task.TaskRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How everything stands at one moment.
 *
 * @param runners all of them
 * @param pools each with what it should grow to
 * @param running the newest tasks that run or are about to
 * @param waiting the newest tasks that wait
 */
record Picture(List<Doc> runners, List<Doc> pools, List<Doc> running, List<Doc> waiting) {
    private static final int MOST_TASKS = 500;
    private static final int SHOWN_TASKS = 15;

    static Picture of(Api api) throws InterruptedException {
        var pools = new ArrayList<Doc>();
        for (Doc pool : api.send(Call.get("pools")).doc().list("items")) {
            pools.add(api.send(Call.get("pools", pool.text("name"), "scaling")).doc());
        }
        return new Picture(
                FindRunner.all(api, Call.get("runners")),
                pools,
                tasks(api, "running", "assigned"),
                tasks(api, "queued"));
    }

    private static List<Doc> tasks(Api api, String... states) throws InterruptedException {
        return api.send(Call.get("tasks").withAll("state", List.of(states)).with("limit", MOST_TASKS))
                .doc()
                .list("items");
    }

    ObjectNode json() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        add(all, "pools", pools);
        add(all, "runners", runners);
        add(all, "running", running);
        add(all, "waiting", waiting);
        return all;
    }

    private static void add(ObjectNode all, String name, List<Doc> parts) {
        var list = all.putArray(name);
        parts.forEach(part -> list.add(part.node()));
    }

    List<String> lines(String address, Instant now, Terminal terminal) {
        var lines = new ArrayList<String>();
        lines.add(Plain.line(summary(address, now)));
        section(lines, poolTable(), terminal);
        section(lines, RunnerRows.of(present(), now), terminal);
        section(lines, TaskRows.of(first(running), now), terminal);
        section(lines, TaskRows.of(first(waiting), now), terminal);
        return lines;
    }

    private String summary(String address, Instant now) {
        List<Doc> taking = runners.stream().filter(RunnerRows::takesTasks).toList();
        long slots =
                taking.stream().mapToLong(runner -> runner.list("slots").size()).sum();
        long busy = runners.stream().mapToLong(RunnerRows::busy).sum();
        String oldest = waiting.isEmpty()
                ? ""
                : ", the oldest for " + Words.since(waiting.getLast().instant("createdAt"), now);
        return "%s  %s taking tasks on %s, %s busy; %s waiting%s"
                .formatted(
                        address,
                        Words.count(taking.size(), "runner"),
                        Words.count(slots, "slot"),
                        busy,
                        waiting.size() == MOST_TASKS
                                ? MOST_TASKS + " or more tasks"
                                : Words.count(waiting.size(), "task"),
                        waiting.size() == MOST_TASKS ? "" : oldest);
    }

    private Table poolTable() {
        var table = new Table("POOL", "SLOTS", "BUSY", "WAITING", "WANTED", "WHY");
        for (Doc pool : pools) {
            table.row(
                    Cell.of(pool.text("pool")),
                    Cell.of(pool.text("present")),
                    Cell.of(pool.text("busy")),
                    Cell.of(pool.text("waiting")),
                    Cell.of(pool.text("wanted")),
                    Cell.of(pool.text("reason")));
        }
        return table;
    }

    /** Those that have left are of no interest here. */
    private List<Doc> present() {
        return runners.stream()
                .filter(runner -> runner.text("disconnectedAt").isEmpty())
                .toList();
    }

    private static List<Doc> first(List<Doc> tasks) {
        return tasks.subList(0, Math.min(tasks.size(), SHOWN_TASKS));
    }

    private static void section(List<String> lines, Table table, Terminal terminal) {
        if (!table.isEmpty()) {
            lines.add("");
            lines.addAll(table.lines(terminal));
        }
    }
}
