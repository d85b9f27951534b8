package io.signalbox.gateway.security;

import io.signalbox.gateway.access.Needs;
import io.signalbox.gateway.access.Scope;
import io.signalbox.gateway.problem.Problem;
import io.signalbox.model.error.ErrorCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses who has not the role that an address {@link Needs}, before anything of the body is read. An address that names none is a bug. */
public final class RoleCheck implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            Needs needs =
                    Objects.requireNonNull(method.getMethodAnnotation(Needs.class), () -> method + " needs a role");
            check(Caller.of(request), needs);
        }
        return true;
    }

    private static void check(Caller caller, Needs needs) {
        if (!caller.grant().role().includes(needs.value())) {
            String detail = "This needs the role %s; the token '%s' has the role %s"
                    .formatted(
                            needs.value().wire(),
                            caller.name(),
                            caller.grant().role().wire());
            throw Problem.of(ErrorCode.FORBIDDEN, detail).toException();
        }
        if (needs.everywhere() && !caller.scope().includes(Scope.everything())) {
            String detail = "This is shared by all projects; the token '%s' is for %s alone"
                    .formatted(caller.name(), caller.scope().listed());
            throw Problem.of(ErrorCode.FORBIDDEN, detail).toException();
        }
    }
}
