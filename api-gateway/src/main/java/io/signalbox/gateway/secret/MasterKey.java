package io.signalbox.gateway.secret;

import io.signalbox.gateway.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key under which the values of secrets are stored: AES-256-GCM with a fresh nonce for each value, and the place of the secret as
 * additional data, so that a value moved to another name or project does not open (NIST SP 800-38D). Thread-safe.
 */
public final class MasterKey {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int ID_DIGITS = 16;

    private final SecretKey key;
    private final String id;
    private final SecureRandom random;

    private MasterKey(byte[] bytes, SecureRandom random) {
        this.key = new SecretKeySpec(bytes, "AES");
        this.id = idOf(bytes);
        this.random = random;
    }

    /** The text of a fresh key, for its file. */
    public static String fresh(SecureRandom random) {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * The key of this text: padded base64 of 32 bytes.
     *
     * @throws IllegalArgumentException if it is no such text; it says nothing of the text
     */
    public static MasterKey of(String text, SecureRandom random) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the master key is not padded base64", e);
        }
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("the master key must have 32 bytes, but has " + bytes.length);
        }
        return new MasterKey(bytes, random);
    }

    /** Tells it from other keys, and nothing else. */
    public String id() {
        return id;
    }

    /** Seals a value: base64 of the nonce, then of the sealed bytes. */
    String seal(String value, String place) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(value.getBytes(StandardCharsets.UTF_8));
            byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
            return Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK cannot seal", e);
        }
    }

    /**
     * Opens a sealed value.
     *
     * @throws GeneralSecurityException if it was sealed under another key or for another place, or was changed
     */
    String open(String sealed, String place) throws GeneralSecurityException {
        byte[] whole = Base64.getDecoder().decode(sealed);
        byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
        byte[] value = cipher(Cipher.DECRYPT_MODE, nonce, place)
                .doFinal(whole, NONCE_BYTES, Math.max(0, whole.length - NONCE_BYTES));
        return new String(value, StandardCharsets.UTF_8);
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static String idOf(byte[] bytes) {
        return new Sha256().add("signalbox master key").add(bytes).hex().substring(0, ID_DIGITS);
    }
}
