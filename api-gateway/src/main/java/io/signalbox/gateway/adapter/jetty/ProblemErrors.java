package io.signalbox.gateway.adapter.jetty;

import io.signalbox.gateway.problem.Problem;
import io.signalbox.gateway.problem.ProblemBody;
import io.signalbox.gateway.problem.StatusCodes;
import io.signalbox.model.error.ErrorCode;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Answers what never reached the application: requests that the server itself refuses. */
final class ProblemErrors extends ErrorHandler {
    private final JsonMapper mapper;

    ProblemErrors(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        Problem problem = guess(status);
        String requestId = RequestIdHandler.mark(request, response);
        response.setStatus(problem.code().status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, ProblemBody.MEDIA_TYPE);
        if (problem.code() == ErrorCode.UNAUTHENTICATED) {
            response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer");
        }
        problem.retryAfter().ifPresent(wait -> response.getHeaders().put(HttpHeader.RETRY_AFTER, wait.toSeconds()));
        byte[] body = mapper.writeValueAsBytes(ProblemBody.of(problem, requestId));
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    private static Problem guess(int status) {
        ErrorCode code = StatusCodes.of(status);
        return Problem.of(code, code.title());
    }
}
