package io.signalbox.gateway.adapter.agent.exchange;

import io.signalbox.gateway.security.TokenValue;
import io.signalbox.model.relay.RelayPaths;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an agent's request says in its headers, path and body. */
public final class AgentRequest {
    private static final int PORTION = 8 * 1024;
    private static final String AUTHORIZATION = "Authorization";
    private static final Pattern WAIT = Pattern.compile("(?i)(?:^|[,;\\s])wait=(\\d{1,3})(?:$|[,;\\s])");

    private AgentRequest() {}

    /** The credential that comes with this scheme. */
    public static Optional<TokenValue> token(HttpServletRequest request, String scheme) {
        String header = request.getHeader(AUTHORIZATION);
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
    public static Duration patience(HttpServletRequest request, Duration most) {
        String prefer = request.getHeader(RelayPaths.PREFER);
        Matcher wait = prefer == null ? null : WAIT.matcher(prefer);
        Duration asked =
                wait != null && wait.find() ? Duration.ofSeconds(Long.parseLong(wait.group(1))) : Duration.ZERO;
        return asked.compareTo(most) > 0 ? most : asked;
    }

    /** How long the body is, at most {@code most}; that where nobody says it. */
    public static long length(HttpServletRequest request, int most) {
        long length = request.getContentLengthLong();
        return length < 0 ? most : Math.min(length, most);
    }

    /** The body, unless it is larger than {@code most}. */
    public static Optional<byte[]> body(HttpServletRequest request, int most) throws IOException {
        long length = request.getContentLengthLong();
        if (length > most) {
            return Optional.empty();
        }
        InputStream in = request.getInputStream();
        if (length >= 0) {
            byte[] body = new byte[(int) length];
            int read = in.readNBytes(body, 0, body.length);
            return Optional.of(read == body.length ? body : Arrays.copyOf(body, read));
        }
        byte[] body = in.readNBytes(most + 1);
        return body.length > most ? Optional.empty() : Optional.of(body);
    }

    /**
     * Reads over a body that nobody needs, at most so much of it, and keeps nothing: a stream whose body is left over is reset behind the
     * answer, and some clients then see the reset alone.
     */
    public static void skip(HttpServletRequest request, long most) throws IOException {
        InputStream in = request.getInputStream();
        byte[] portion = new byte[PORTION];
        long left = most;
        int read = 0;
        while (left > 0 && read >= 0) {
            left -= read;
            read = in.read(portion);
        }
    }

    /** What follows the servlet's own path, without the slash. */
    public static String rest(HttpServletRequest request) {
        String path = request.getPathInfo();
        return path == null || path.isEmpty() ? "" : path.substring(1);
    }
}
