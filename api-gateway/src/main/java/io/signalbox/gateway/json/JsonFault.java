package io.signalbox.gateway.json;

import io.signalbox.gateway.problem.Problem;
import io.signalbox.model.error.ErrorCode;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says in our words what is wrong with JSON: where, what was expected, and never a class name. */
final class JsonFault {
    private JsonFault() {}

    /** The problem for {@code fault}; {@code wrongValue} is the code for a value of the wrong type or form. */
    static Problem of(JacksonException fault, ErrorCode wrongValue) {
        String pointer = pointer(fault);
        return switch (fault) {
            case StreamConstraintsException _ ->
                Problem.of(
                        ErrorCode.INVALID_JSON,
                        "The body is nested too deeply, or has a name or number that is too long");
            case StreamReadException e -> invalid(pointer, e);
            case UnrecognizedPropertyException e ->
                Problem.at(
                        ErrorCode.UNKNOWN_FIELD,
                        pointer,
                        "is not known; known here are "
                                + e.getKnownPropertyIds().stream()
                                        .map(String::valueOf)
                                        .sorted()
                                        .toList());
            case InvalidTypeIdException _ -> Problem.at(wrongValue, pointer + "/type", "must be a known type");
            case ValueInstantiationException e
            when e.getCause() instanceof IllegalArgumentException cause ->
                Problem.at(wrongValue, pointer, "has a wrong value: " + cause.getMessage());
            case MismatchedInputException e -> Problem.at(wrongValue, pointer, Expected.of(e.getTargetType()));
            default -> Problem.at(wrongValue, pointer, "has a wrong value");
        };
    }

    private static Problem invalid(String pointer, StreamReadException fault) {
        TokenStreamLocation at = fault.getLocation();
        String place = at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
        String what = String.valueOf(fault.getOriginalMessage()).startsWith("Duplicate")
                ? "has a field twice"
                : "is not JSON";
        return Problem.at(ErrorCode.INVALID_JSON, pointer, what + place);
    }

    private static String pointer(JacksonException fault) {
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference step : fault.getPath()) {
            String name = step.getPropertyName();
            pointer.append('/')
                    .append(
                            name == null
                                    ? step.getIndex()
                                    : name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
