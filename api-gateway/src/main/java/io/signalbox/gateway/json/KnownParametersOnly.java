package io.signalbox.gateway.json;

import io.signalbox.gateway.problem.Problem;
import io.signalbox.model.error.ErrorCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses a query parameter that the called method does not name: a misspelt filter must not look like an empty answer. */
public final class KnownParametersOnly implements HandlerInterceptor {
    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && request.getQueryString() != null) {
            Set<String> names = known.computeIfAbsent(method.getMethod(), _ -> names(method));
            request.getParameterMap().keySet().stream()
                    .filter(Predicate.not(names::contains))
                    .findFirst()
                    .ifPresent(name -> refuse(name, names));
        }
        return true;
    }

    private static void refuse(String name, Set<String> names) {
        String detail = "The parameter '%s' is not known; known here are %s".formatted(name, names);
        throw Problem.of(ErrorCode.INVALID_PARAMETER, detail).toException();
    }

    private static Set<String> names(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .map(KnownParametersOnly::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(MethodParameter parameter) {
        RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
        return annotation == null || annotation.name().isEmpty()
                ? String.valueOf(parameter.getParameter().getName())
                : annotation.name();
    }
}
