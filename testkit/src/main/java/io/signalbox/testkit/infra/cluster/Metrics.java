package io.signalbox.testkit.infra.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.OptionalDouble;

/**
 * What a process measures, in the text format of Prometheus.
 *
 * @param text all of it; empty where the process did not answer
 */
public record Metrics(String text) {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Asks the process that listens there. */
    public static Metrics of(int managementPort) {
        URI address = URI.create("http://127.0.0.1:" + managementPort + "/actuator/prometheus");
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpRequest request =
                    HttpRequest.newBuilder(address).timeout(PATIENCE).build();
            return new Metrics(
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            return new Metrics("");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Metrics("");
        }
    }

    /** The value of the first sample of this name. */
    public OptionalDouble value(String name) {
        return text.lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst();
    }
}
