package io.signalbox.cli.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/**
 * A piece of an answer. A newer server may say more and an older one less: what is missing or of another kind is empty, never an error.
 *
 * @param node as it came
 */
public record Doc(JsonNode node) {

    /** The part of this name. */
    public Doc at(String name) {
        return new Doc(node.path(name));
    }

    /** Whether there is anything. */
    public boolean isThere() {
        return !node.isMissingNode() && !node.isNull();
    }

    /** Text, number or flag as text; empty where there is none. */
    public String text(String name) {
        JsonNode part = node.path(name);
        return part.isValueNode() && !part.isNull() ? part.asString("") : "";
    }

    /** A whole number. */
    public OptionalLong number(String name) {
        JsonNode part = node.path(name);
        return part.canConvertToLong() && part.isIntegralNumber()
                ? OptionalLong.of(part.longValue())
                : OptionalLong.empty();
    }

    /** Whether it says {@code true}. */
    public boolean flag(String name) {
        return node.path(name).asBoolean(false);
    }

    /** A moment. */
    public Optional<Instant> instant(String name) {
        try {
            return Optional.of(text(name)).filter(text -> !text.isEmpty()).map(Instant::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The elements of a list. */
    public List<Doc> list(String name) {
        return node.path(name).valueStream().map(Doc::new).toList();
    }

    /** The elements of a list of texts. */
    public List<String> texts(String name) {
        return node.path(name).valueStream().map(part -> part.asString("")).toList();
    }

    /** The elements of a list of texts, as one. */
    public String joined(String name) {
        return String.join(",", texts(name));
    }
}
