package io.signalbox.runner.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import org.junit.jupiter.api.Test;

class LineTest {
    private final Line line = new Line(HttpClient::newHttpClient);

    @Test
    void aConnectionThatHangsIsReplacedOnce() {
        HttpClient hanging = line.client();
        line.failed(hanging, new HttpTimeoutException("request timed out"));
        HttpClient fresh = line.client();
        line.failed(hanging, new HttpTimeoutException("request timed out"));
        assertThat(fresh).isNotSameAs(hanging).isSameAs(line.client());
        await().until(hanging::isTerminated);
    }

    @Test
    void otherFailuresLeaveItToTheClient() {
        HttpClient client = line.client();
        line.failed(client, new IOException("connection reset"));
        line.failed(client, new HttpConnectTimeoutException("connect timed out"));
        assertThat(line.client()).isSameAs(client);
    }
}
