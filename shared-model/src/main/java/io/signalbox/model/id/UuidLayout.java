package io.signalbox.model.id;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.regex.Pattern;

/** Bit layouts of RFC 9562: version 7 (time-ordered) and version 8 (from a SHA-256 digest). */
final class UuidLayout {
    private static final Pattern TEXT = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final long VERSION_7 = 0x7000L;
    private static final long VERSION_8 = 0x8000L;

    private UuidLayout() {}

    static String requireUuid(String kind, String value) {
        if (!isUuid(value)) {
            throw new IllegalArgumentException(
                    kind + " must be a lower-case UUID such as 0198c5f0-8b1e-7c3a-9f00-2b7d5c1e4a10");
        }
        return value;
    }

    static boolean isUuid(String value) {
        return TEXT.matcher(value).matches();
    }

    /** 48 bits of milliseconds, then random bits. */
    static String version7(long epochMillis, long randomHigh, long randomLow) {
        return layout((epochMillis << 16) | (randomHigh & 0xFFF), randomLow, VERSION_7);
    }

    /** The first 128 bits of SHA-256 over the parts, each preceded by its length so that no two lists collide. */
    static String version8(String... parts) {
        MessageDigest digest = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
            digest.update(bytes);
        }
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        return layout(hash.getLong(), hash.getLong(), VERSION_8);
    }

    private static String layout(long high, long low, long version) {
        long versioned = (high & ~0xF000L) | version;
        long variant = (low & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(versioned, variant).toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK has no SHA-256", e);
        }
    }
}
