package io.signalbox.gateway.secret;

import java.util.List;
import java.util.Map;

/** Sealed values of one kind, wherever they are kept. Methods block for a round trip and end with a problem when the store is away. */
public interface SealedValues {

    /**
     * One of them.
     *
     * @param id of what has it
     * @param place for which it was sealed
     * @param sealed the value
     */
    record Value(String id, String place, Sealed sealed) {}

    /** How many there are under each key. */
    Map<String, Long> byKey();

    /** Those under another key, by id, behind a place, at most so many. */
    List<Value> notUnder(String key, String after, int most);

    /**
     * Puts a value in the place of the one that was read, unless somebody else has written it since.
     *
     * @return whether it was put there
     */
    boolean replace(Value before, Sealed after);
}
