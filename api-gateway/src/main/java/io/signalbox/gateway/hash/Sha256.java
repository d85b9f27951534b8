package io.signalbox.gateway.hash;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over what is added, one after another. Not thread-safe; ends with {@link #hex}. */
public final class Sha256 {
    private final MessageDigest digest;

    /** Of nothing so far. */
    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK has no SHA-256", e);
        }
    }

    /** The hash of one text alone. */
    public static String of(String text) {
        return new Sha256().add(text).hex();
    }

    /** Goes on with the text in UTF-8. */
    public Sha256 add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Goes on with these bytes. */
    public Sha256 add(byte[] bytes) {
        digest.update(bytes);
        return this;
    }

    /** Goes on with one byte. */
    public Sha256 add(byte one) {
        digest.update(one);
        return this;
    }

    /** The hash, in 64 lower-case digits. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
