package io.signalbox.gateway.adapter.agent.exchange;

import io.signalbox.gateway.security.TokenValue;
import io.signalbox.model.relay.RelayPaths;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** What an agent's request says in its headers, path and body. Read by the thread that serves it, and not kept for longer. */
public final class AgentRequest {
    private static final int PORTION = 8 * 1024;
    private static final Pattern WAIT = Pattern.compile("(?i)(?:^|[,;\\s])wait=(\\d{1,3})(?:$|[,;\\s])");

    private final Request request;

    AgentRequest(Request request) {
        this.request = request;
    }

    /** How it is asked. */
    public String method() {
        return request.getMethod();
    }

    /** Where from. */
    public String address() {
        return Request.getRemoteAddr(request);
    }

    /** What it asks for. */
    public String path() {
        return Request.getPathInContext(request);
    }

    /** What follows {@code base} and its slash in the path; empty where nothing does. */
    public String after(String base) {
        return path().length() > base.length() ? path().substring(base.length() + 1) : "";
    }

    /** A parameter of its query. */
    public @Nullable String parameter(String name) {
        return Request.extractQueryParameters(request).getValue(name);
    }

    /** The credential that comes with this scheme. */
    public Optional<TokenValue> token(String scheme) {
        String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        boolean fits = header != null
                && header.length() > scheme.length()
                && header.regionMatches(true, 0, scheme, 0, scheme.length())
                && header.charAt(scheme.length()) == ' ';
        return fits
                ? Optional.of(
                        new TokenValue(header.substring(scheme.length() + 1).strip()))
                : Optional.empty();
    }

    /** How long the request may be held (RFC 7240), at most {@code most}. */
    public Duration patience(Duration most) {
        String prefer = request.getHeaders().get(RelayPaths.PREFER);
        Matcher wait = prefer == null ? null : WAIT.matcher(prefer);
        Duration asked =
                wait != null && wait.find() ? Duration.ofSeconds(Long.parseLong(wait.group(1))) : Duration.ZERO;
        return asked.compareTo(most) > 0 ? most : asked;
    }

    /** How long the body is, at most {@code most}; that where nobody says it. */
    public long length(int most) {
        long length = request.getLength();
        return length < 0 ? most : Math.min(length, most);
    }

    /** The body, unless it is larger than {@code most}. */
    public Optional<byte[]> body(int most) throws IOException {
        long length = request.getLength();
        if (length > most) {
            return Optional.empty();
        }
        InputStream in = Content.Source.asInputStream(request);
        if (length >= 0) {
            byte[] body = new byte[(int) length];
            int read = in.readNBytes(body, 0, body.length);
            return Optional.of(read == body.length ? body : Arrays.copyOf(body, read));
        }
        byte[] body = in.readNBytes(most + 1);
        if (body.length > most) {
            // The rest of a buffer would stay the server's until it is collected.
            in.skipNBytes(in.available());
            return Optional.empty();
        }
        return Optional.of(body);
    }

    /**
     * Reads over a body that nobody needs, at most so much of it, and keeps nothing: a stream whose body is left over is reset behind the
     * answer, and some clients then see the reset alone.
     */
    public void skip(long most) throws IOException {
        InputStream in = Content.Source.asInputStream(request);
        byte[] portion = new byte[PORTION];
        long left = most;
        int read = 0;
        while (left > 0 && read >= 0) {
            left -= read;
            read = in.read(portion);
        }
    }
}
