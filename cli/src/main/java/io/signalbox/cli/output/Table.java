package io.signalbox.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Columns under headings. The last column is cut where the terminal ends; elsewhere nothing is cut. */
public final class Table {
    private static final String GAP = "  ";
    private static final int LEAST = 10;

    private final List<Cell> heading;
    private final List<List<Cell>> rows = new ArrayList<>();

    /** With these headings. */
    public Table(String... headings) {
        this.heading =
                Stream.of(headings).map(text -> new Cell(text, Style.BOLD)).toList();
    }

    /** Adds a row. */
    public Table row(Cell... cells) {
        if (cells.length != heading.size()) {
            throw new IllegalArgumentException(
                    "a row of " + heading.size() + " cells was expected, but was " + List.of(cells));
        }
        rows.add(List.of(cells));
        return this;
    }

    /** Whether it has no row. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Its lines for {@code terminal}. */
    public List<String> lines(Terminal terminal) {
        int[] widths = IntStream.range(0, heading.size())
                .map(column ->
                        all().mapToInt(row -> row.get(column).width()).max().orElse(0))
                .toArray();
        int last = widths.length - 1;
        int before = IntStream.range(0, last)
                .map(column -> widths[column] + GAP.length())
                .sum();
        int room =
                terminal.width() == 0 || !terminal.output() ? widths[last] : Math.max(LEAST, terminal.width() - before);
        return all().map(row -> line(row, widths, room, terminal)).toList();
    }

    private Stream<List<Cell>> all() {
        return Stream.concat(Stream.of(heading), rows.stream());
    }

    private static String line(List<Cell> row, int[] widths, int room, Terminal terminal) {
        var line = new StringBuilder();
        for (int column = 0; column < widths.length - 1; column++) {
            Cell cell = row.get(column);
            line.append(terminal.styled(cell.text(), cell.style()))
                    .append(" ".repeat(widths[column] - cell.width()))
                    .append(GAP);
        }
        Cell last = row.getLast().within(room);
        return line.append(terminal.styled(last.text(), last.style()))
                .toString()
                .stripTrailing();
    }
}
