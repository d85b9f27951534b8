package io.signalbox.gateway.problem;

import io.signalbox.model.error.ErrorCode;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Says in our words what Spring MVC refused, without its class names. */
final class ParameterFault {
    private ParameterFault() {}

    static ErrorCode codeOf(ErrorResponse response) {
        return response instanceof ServletRequestBindingException
                ? ErrorCode.INVALID_PARAMETER
                : StatusCodes.of(response.getStatusCode().value());
    }

    static String detailOf(Exception exception) {
        return switch (exception) {
            case HttpRequestMethodNotSupportedException e ->
                "%s is not known here; known is %s".formatted(e.getMethod(), Arrays.toString(e.getSupportedMethods()));
            case HttpMediaTypeNotSupportedException e ->
                "The body must be application/json, but was "
                        + (e.getContentType() == null ? "without Content-Type" : e.getContentType());
            case HttpMediaTypeNotAcceptableException e -> "This can be given as " + e.getSupportedMediaTypes();
            case MissingServletRequestParameterException e ->
                "The parameter '" + e.getParameterName() + "' is required";
            default -> "The request was refused before it was understood";
        };
    }

    /** What is wrong with a value that could not be read, if that is what happened. */
    static Optional<Problem> of(Exception exception) {
        if (!(exception instanceof MethodArgumentTypeMismatchException e)) {
            return Optional.empty();
        }
        Class<?> wanted = e.getRequiredType();
        String expected = wanted == null ? "something else" : expected(wanted);
        String detail = "The parameter '%s' must be %s, but was '%s'".formatted(e.getName(), expected, e.getValue());
        return Optional.of(Problem.of(ErrorCode.INVALID_PARAMETER, detail));
    }

    private static String expected(Class<?> type) {
        if (type == int.class || type == long.class || Number.class.isAssignableFrom(type)) {
            return "a whole number";
        }
        return type == boolean.class || type == Boolean.class ? "true or false" : "of another form";
    }
}
