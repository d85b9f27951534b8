package io.signalbox.backbone.local;

import java.util.List;

/** AMQP's patterns for topic keys: words with dots between them, {@code *} for one word, {@code #} for any number. */
record TopicPattern(List<String> words) {

    static TopicPattern of(String pattern) {
        return new TopicPattern(split(pattern));
    }

    boolean matches(String key) {
        return matches(words, split(key));
    }

    private static boolean matches(List<String> pattern, List<String> key) {
        if (pattern.isEmpty()) {
            return key.isEmpty();
        }
        String first = pattern.getFirst();
        List<String> rest = pattern.subList(1, pattern.size());
        if (first.equals("#")) {
            return matches(rest, key) || (!key.isEmpty() && matches(pattern, key.subList(1, key.size())));
        }
        return !key.isEmpty()
                && (first.equals("*") || first.equals(key.getFirst()))
                && matches(rest, key.subList(1, key.size()));
    }

    private static List<String> split(String text) {
        return List.of(text.split("\\.", -1));
    }
}
