package io.signalbox.gateway.adapter.agent.exchange;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes answers as agents need them: exact status, empty bodies where nothing is to be said (a body there leaks a connection). */
public final class AgentResponse {
    private AgentResponse() {}

    /** Nothing but a status. */
    public static void empty(HttpServletResponse response, int status) {
        response.setStatus(status);
        response.setContentLength(0);
    }

    /** The address knows this method alone. */
    public static void onlyBy(String method, HttpServletResponse response) {
        response.setHeader("Allow", method);
        empty(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    /** There is no room for the request at present, and nothing of its body was kept. */
    public static void comeAgain(HttpServletResponse response) {
        response.setHeader("Retry-After", "1");
        empty(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }

    /** A body of JSON. */
    public static void json(HttpServletResponse response, int status, byte[] body) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** These very bytes. */
    public static void bytes(HttpServletResponse response, byte[] body) throws IOException {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("application/octet-stream");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** A reason for the agent's own log. */
    public static void text(HttpServletResponse response, int status, String reason) throws IOException {
        byte[] body = reason.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("text/plain;charset=utf-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
