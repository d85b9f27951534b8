package io.signalbox.gateway.adapter.agent.exchange;

import com.mongodb.MongoException;
import io.signalbox.gateway.audit.AuditUnavailable;
import java.io.IOException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves some of the agents' calls: each is answered once, at once or later, and a store that is away is a call that may be repeated. */
public abstract class AgentHandler extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(AgentHandler.class);

    /** For those who serve. */
    protected AgentHandler() {}

    @Override
    public final boolean handle(Request request, Response response, Callback callback) {
        AgentAnswer answer = AgentAnswer.to(request, response, callback);
        try {
            serve(new AgentRequest(request), answer);
        } catch (MongoException | AuditUnavailable e) {
            LOG.warn("Failed to answer {}: {}", Request.getPathInContext(request), e.getMessage());
            answer.empty(HttpStatus.SERVICE_UNAVAILABLE_503);
        } catch (IOException e) {
            answer.abort(e);
        }
        return true;
    }

    /**
     * Serves one call; may block, and leave the answer to another thread.
     *
     * @throws IOException if the caller is lost
     */
    protected abstract void serve(AgentRequest request, AgentAnswer answer) throws IOException;
}
