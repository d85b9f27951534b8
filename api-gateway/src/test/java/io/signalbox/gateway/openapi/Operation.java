package io.signalbox.gateway.openapi;

import io.signalbox.model.error.ErrorCode;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.springframework.http.MediaType;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/**
 * What can be done at one address with one HTTP method.
 *
 * @param method in lower case
 * @param path with its variables in braces
 * @param handlers who does it: one for each media type, that of JSON first
 */
record Operation(String method, String path, List<Method> handlers) {
    private static final String CLIENT_API = "/api/v1/";
    /** What any request may end with. */
    private static final Set<ErrorCode> ANY = EnumSet.of(
            ErrorCode.INVALID_PARAMETER,
            ErrorCode.MALFORMED_REQUEST,
            ErrorCode.UNAUTHENTICATED,
            ErrorCode.FORBIDDEN,
            ErrorCode.NOT_ACCEPTABLE,
            ErrorCode.ADDRESS_TOO_LONG,
            ErrorCode.OVERLOADED,
            ErrorCode.RATE_LIMITED,
            ErrorCode.LOCKED_OUT,
            ErrorCode.HEADERS_TOO_LARGE,
            ErrorCode.INTERNAL,
            ErrorCode.STORE_UNAVAILABLE,
            ErrorCode.UNKNOWN);

    /** All of the client API, by path and method. */
    static List<Operation> of(Map<RequestMappingInfo, HandlerMethod> mappings) {
        Map<String, Operation> found = new TreeMap<>();
        mappings.forEach((mapping, handler) -> mapping.getPatternValues().stream()
                .filter(path -> path.startsWith(CLIENT_API))
                .forEach(path -> mapping.getMethodsCondition().getMethods().forEach(method -> {
                    String name = method.name().toLowerCase(Locale.ROOT);
                    Operation one = new Operation(name, path, List.of(handler.getMethod()));
                    found.merge(path + " " + name, one, Operation::and);
                })));
        return List.copyOf(found.values());
    }

    private Operation and(Operation other) {
        List<Method> all = new ArrayList<>(handlers);
        all.addAll(other.handlers);
        all.sort(Comparator.comparing(handler -> !described(handler).gives().equals(MediaType.APPLICATION_JSON_VALUE)));
        return new Operation(method, path, List.copyOf(all));
    }

    static Described described(Method handler) {
        return Objects.requireNonNull(
                handler.getAnnotation(Described.class), () -> handler + " is not @Described: the document needs it");
    }

    Described described() {
        return described(handlers.getFirst());
    }

    String id() {
        return described().id();
    }

    boolean reads() {
        return described().reads() != Void.class;
    }

    /** The statuses of all its handlers. */
    List<Integer> answers() {
        return handlers.stream()
                .flatMapToInt(handler -> Arrays.stream(described(handler).answers()))
                .distinct()
                .sorted()
                .boxed()
                .toList();
    }

    /** Every problem that it can end with. */
    Set<ErrorCode> problems() {
        Set<ErrorCode> codes = EnumSet.copyOf(ANY);
        handlers.forEach(handler -> codes.addAll(List.of(described(handler).problems())));
        if (path.contains("{")) {
            codes.add(ErrorCode.NOT_FOUND);
        }
        if (reads()) {
            codes.addAll(List.of(ErrorCode.INVALID_JSON, ErrorCode.UNKNOWN_FIELD, ErrorCode.UNSUPPORTED_MEDIA_TYPE));
            if (!codes.contains(ErrorCode.SPEC_TOO_LARGE)) {
                codes.addAll(List.of(ErrorCode.BODY_TOO_LARGE, ErrorCode.INVALID_REQUEST));
            }
        }
        return codes;
    }

    /** The first segment of its address: what it is about. */
    String subject() {
        return path.substring(CLIENT_API.length()).replaceFirst("/.*", "");
    }

    boolean answersAny(Predicate<Integer> wanted) {
        return answers().stream().anyMatch(wanted);
    }
}
