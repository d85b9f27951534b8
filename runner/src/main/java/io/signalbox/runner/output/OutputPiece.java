package io.signalbox.runner.output;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A piece of output as it travels.
 *
 * @param text the bytes as text; what is not valid UTF-8 is replaced
 * @param raw base64 of the bytes, only where they are not valid UTF-8
 */
record OutputPiece(String text, @Nullable String raw) {
    private static final char REPLACEMENT = '\uFFFD';

    static OutputPiece of(byte[] bytes, int length) {
        String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
        // Only a replacement can tell that something was replaced; it may also have been in the bytes.
        boolean exact = text.indexOf(REPLACEMENT) < 0 || isValid(bytes, length);
        return new OutputPiece(text, exact ? null : base64(bytes, length));
    }

    private static boolean isValid(byte[] bytes, int length) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static String base64(byte[] bytes, int length) {
        ByteBuffer encoded = Base64.getEncoder().encode(ByteBuffer.wrap(bytes, 0, length));
        return StandardCharsets.ISO_8859_1.decode(encoded).toString();
    }
}
