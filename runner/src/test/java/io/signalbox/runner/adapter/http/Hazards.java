package io.signalbox.runner.adapter.http;

import io.signalbox.model.relay.RelayPaths;
import io.signalbox.runner.adapter.http.RelayServer.Hazard;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Callback;

/** What a relay, or whatever stands in its place, can do wrong. */
public final class Hazards {
    private static final Pattern STATE = Pattern.compile("\"state\":\"([a-z-]+)\"");

    private Hazards() {}

    /** Strikes at the first calls of every kind: registrations, syncs of each state, pushes. */
    public static Hazard atFirst(int times, Hazard hazard) {
        Map<String, Integer> seen = new ConcurrentHashMap<>();
        return (call, response, callback) ->
                seen.merge(kind(call), 1, Integer::sum) <= times && hazard.strike(call, response, callback);
    }

    /** Strikes at pushes alone. */
    public static Hazard atPushes(Hazard hazard) {
        return (call, response, callback) ->
                call.path().startsWith(RelayPaths.LOGS) && hazard.strike(call, response, callback);
    }

    private static String kind(RelayServer.Call call) {
        Matcher state = STATE.matcher(call.body());
        String what = call.path().equals(RelayPaths.SYNC) && state.find() ? state.group(1) : "";
        return (call.path().startsWith(RelayPaths.LOGS) ? RelayPaths.LOGS : call.path()) + what;
    }

    /** Answers with a status alone. */
    public static Hazard status(int status) {
        return (call, response, callback) -> {
            response.setStatus(status);
            response.write(true, ByteBuffer.allocate(0), callback);
            return true;
        };
    }

    /** Answers 200 with this. */
    public static Hazard body(String body) {
        return (call, response, callback) -> {
            response.setStatus(200);
            Content.Sink.write(response, true, body, callback);
            return true;
        };
    }

    /** Sends the call elsewhere. */
    public static Hazard redirect(int status, String where) {
        return (call, response, callback) -> {
            response.getHeaders().put(HttpHeader.LOCATION, where);
            return status(status).strike(call, response, callback);
        };
    }

    /** Closes the connection in the middle of the body. */
    public static Hazard cut() {
        return half(call -> call.request()
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close());
    }

    /** Promises a body and sends half of it, for ever. */
    public static Hazard hang() {
        return half(call -> {});
    }

    private static Hazard half(Consumer<RelayServer.Call> then) {
        return (call, response, callback) -> {
            response.setStatus(200);
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, 1000);
            var half = ByteBuffer.wrap("{\"action\":\"run-".getBytes(StandardCharsets.UTF_8));
            response.write(false, half, Callback.from(() -> then.accept(call), failure -> then.accept(call)));
            return true;
        };
    }

    /** Resets the stream. */
    public static Hazard reset() {
        return (call, response, callback) -> {
            callback.failed(new IllegalStateException("reset"));
            return true;
        };
    }

    /** Does what was asked, and loses the answer. */
    public static Hazard loseAnswer(RelayServer relay) {
        return (call, response, callback) -> {
            relay.work(call);
            return reset().strike(call, response, callback);
        };
    }
}
