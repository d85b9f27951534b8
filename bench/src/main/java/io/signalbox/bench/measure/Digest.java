package io.signalbox.bench.measure;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of bytes that come in pieces. For one thread. */
public final class Digest {
    private final MessageDigest digest;

    /** Of nothing so far. */
    public Digest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK has no SHA-256", e);
        }
    }

    /** Of all of these, too. */
    public void add(byte[] bytes) {
        digest.update(bytes);
    }

    /** Of the first {@code length} of these, too. */
    public void add(byte[] bytes, int length) {
        digest.update(bytes, 0, length);
    }

    /** The hash, once. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
