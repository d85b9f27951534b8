package io.signalbox.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class PlotTest {

    /** Where the lowest line of the grid is. */
    private static final double GROUND = 270;

    private static final List<String> PLACES = List.of("0", "10,000", "100,000");

    @Test
    void twiceTheValueStandsTwiceAsHigh() throws Exception {
        List<String> points =
                points(new Plot("ms", "tasks", PLACES, List.of(new Curve("p50", List.of(0.0, 4.0, 8.0)))));

        assertThat(points).hasSize(3);
        assertThat(y(points.get(0))).isEqualTo(GROUND);
        assertThat(y(points.get(0)) - y(points.get(2))).isEqualTo(2 * (y(points.get(0)) - y(points.get(1))));
        assertThat(x(points.get(1)) - x(points.get(0))).isEqualTo(x(points.get(2)) - x(points.get(1)));
    }

    @Test
    void placesAxisAndCurvesAreNamed() throws Exception {
        Plot plot = new Plot(
                "R & D",
                "tasks < all",
                PLACES,
                List.of(new Curve("p50", List.of(1.0, 2.0, 3.0)), new Curve("p99", List.of(1.0, 2.0, 250.0))));

        assertThat(texts(read(plot)))
                .contains("R & D", "tasks < all", "0", "10,000", "100,000", "p50: 3.0", "p99: 250");
    }

    @Test
    void linesOfOtherProgramsBecomeCurves() {
        assertThat(Plot.read("ms", "tasks", List.of("new\t0\t3", "new\t10000\t5", "old\t0\t1", "old\t10000\t2")))
                .isEqualTo(new Plot(
                        "ms",
                        "tasks",
                        List.of("0", "10,000"),
                        List.of(new Curve("new", List.of(3.0, 5.0)), new Curve("old", List.of(1.0, 2.0)))));
    }

    @Test
    void lineThatIsNoneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plot.read("ms", "tasks", List.of("new\t0")))
                .withMessageContaining("'new\t0'");
    }

    @Test
    void everythingZeroLiesOnTheGround() throws Exception {
        Plot plot = new Plot("ms", "tasks", PLACES, List.of(new Curve("p50", List.of(0.0, 0.0, 0.0))));

        assertThat(points(plot)).extracting(PlotTest::y).containsOnly(GROUND);
        assertThat(texts(read(plot))).contains("p50: 0");
    }

    @Test
    void curveThatDoesNotFitIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Plot("ms", "tasks", PLACES, List.of(new Curve("p50", List.of(1.0)))))
                .withMessageContaining("3 places");
        assertThatIllegalArgumentException().isThrownBy(() -> new Curve("p50", List.of(-1.0)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Curve("p50", List.of(Double.NaN)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Plot("ms", "tasks", PLACES, List.of()));
    }

    private static Document read(Plot plot) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(plot.svg())));
    }

    private static List<String> points(Plot plot) throws Exception {
        Element line = (Element) read(plot).getElementsByTagName("polyline").item(0);
        return List.of(line.getAttribute("points").split(" ", -1));
    }

    private static List<String> texts(Document picture) {
        NodeList texts = picture.getElementsByTagName("text");
        List<String> found = new ArrayList<>();
        for (int i = 0; i < texts.getLength(); i++) {
            found.add(texts.item(i).getTextContent());
        }
        return found;
    }

    private static double x(String point) {
        return Double.parseDouble(point.split(",", -1)[0]);
    }

    private static double y(String point) {
        return Double.parseDouble(point.split(",", -1)[1]);
    }
}
