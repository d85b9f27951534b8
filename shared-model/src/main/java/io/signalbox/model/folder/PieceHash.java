package io.signalbox.model.folder;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Names a piece by what is in it: SHA-256, in lower-case hexadecimal digits.
 *
 * @param value its text
 */
public record PieceHash(@JsonValue String value) {
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PieceHash {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("a piece is named by the 64 lower-case digits of its SHA-256");
        }
    }

    /** The name of a piece with this content. */
    public static PieceHash of(byte[] content) {
        try {
            return new PieceHash(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK has no SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
