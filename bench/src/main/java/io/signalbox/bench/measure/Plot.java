package io.signalbox.bench.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Curves over a few places, as a picture (SVG 1.1). Places stand at equal distances, whatever they are of; the vertical axis begins at 0.
 *
 * @param title says what is measured, with its unit
 * @param axis says what the places are of
 * @param places from left to right, two at least
 * @param curves four at most, so that each has a colour of its own
 */
public record Plot(String title, String axis, List<String> places, List<Curve> curves) {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 320;
    private static final int LEFT = 70;
    private static final int RIGHT = 150;
    private static final int TOP = 40;
    private static final int BOTTOM = 50;
    private static final int LINES = 4;
    private static final String INK = "#333";
    private static final List<String> COLOURS = List.of("#1b6ca8", "#c0392b", "#2e8b57", "#8e5ea2");

    public Plot {
        places = List.copyOf(places);
        curves = List.copyOf(curves);
        int count = places.size();
        if (count < 2 || curves.isEmpty() || curves.size() > COLOURS.size()) {
            throw new IllegalArgumentException(
                    "A plot needs two places and one to four curves, found " + count + " and " + curves.size());
        }
        if (curves.stream().anyMatch(curve -> curve.values().size() != count)) {
            throw new IllegalArgumentException("Each curve needs a value for each of " + count + " places");
        }
    }

    /**
     * Reads curves from lines of a curve's name, a count and a value, parted by tabs.
     *
     * @throws IllegalArgumentException for a line that is none, and for curves that are no plot
     */
    public static Plot read(String title, String axis, List<String> lines) {
        Map<String, List<Double>> curves = new LinkedHashMap<>();
        Set<String> places = new LinkedHashSet<>();
        for (String line : lines) {
            List<String> parts = List.of(line.split("\t", -1));
            if (parts.size() != 3) {
                throw new IllegalArgumentException("A line has a name, a count and a value, found '" + line + "'");
            }
            places.add(place(Integer.parseInt(parts.get(1))));
            curves.computeIfAbsent(parts.get(0), _ -> new ArrayList<>()).add(Double.valueOf(parts.get(2)));
        }
        return new Plot(
                title,
                axis,
                List.copyOf(places),
                curves.entrySet().stream()
                        .map(curve -> new Curve(curve.getKey(), curve.getValue()))
                        .toList());
    }

    /** A count, as people read it. */
    public static String place(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** The picture, as the text of a file. */
    public String svg() {
        String curved = IntStream.range(0, curves.size()).mapToObj(this::curve).collect(Collectors.joining());
        String head = String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">%n"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n",
                WIDTH,
                HEIGHT);
        return head + text(LEFT, TOP / 2.0, "start", title, INK) + grid() + marks() + curved + "</svg>\n";
    }

    private String grid() {
        return IntStream.rangeClosed(0, LINES)
                .mapToObj(line -> top() * line / LINES)
                .map(value -> String.format(
                                Locale.ROOT,
                                "<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" stroke=\"#ddd\"/>%n",
                                LEFT,
                                y(value),
                                WIDTH - RIGHT,
                                y(value))
                        + text(LEFT - 8.0, y(value) + 4, "end", number(value), INK))
                .collect(Collectors.joining());
    }

    private String marks() {
        return IntStream.range(0, places.size())
                        .mapToObj(place -> text(x(place), HEIGHT - BOTTOM + 18.0, "middle", places.get(place), INK))
                        .collect(Collectors.joining())
                + text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 12.0, "middle", axis, INK);
    }

    private String curve(int number) {
        Curve curve = curves.get(number);
        String colour = COLOURS.get(number);
        List<String> points = IntStream.range(0, places.size())
                .mapToObj(place -> String.format(
                        Locale.ROOT, "%.1f,%.1f", x(place), y(curve.values().get(place))))
                .toList();
        return String.format(
                        Locale.ROOT,
                        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n",
                        String.join(" ", points),
                        colour)
                + text(
                        WIDTH - RIGHT + 10.0,
                        TOP + 18.0 * number,
                        "start",
                        curve.name() + ": " + number(curve.values().getLast()),
                        colour);
    }

    private double x(int place) {
        return LEFT + 15 + (double) (WIDTH - LEFT - RIGHT - 30) * place / (places.size() - 1);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / top();
    }

    /** The next round number above everything. */
    private double top() {
        double most = curves.stream()
                .flatMap(curve -> curve.values().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(most, 1e-3))));
        return power * (most <= 2 * power ? 2 : most <= 5 * power ? 5 : 10);
    }

    private static String number(double value) {
        return value >= 100 || value == 0
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.1f", value);
    }

    private static String text(double x, double y, String anchor, String text, String colour) {
        return String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n",
                x,
                y,
                anchor,
                colour,
                text.replace("&", "&amp;").replace("<", "&lt;"));
    }
}
