package io.signalbox.gateway.adapter.jetty;

import io.signalbox.gateway.problem.RequestId;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Gives each request an id before anything else happens to it. */
final class RequestIdHandler extends Handler.Wrapper {

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        mark(request, response);
        return super.handle(request, response, callback);
    }

    /** Makes the id known to request and response; one that the request has already is kept. */
    static String mark(Request request, Response response) {
        Object known = request.getAttribute(RequestId.ATTRIBUTE);
        String id = known == null
                ? HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong())
                : known.toString();
        request.setAttribute(RequestId.ATTRIBUTE, id);
        response.getHeaders().put(RequestId.HEADER, id);
        return id;
    }
}
