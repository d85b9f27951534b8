package io.signalbox.runner.job;

import io.signalbox.model.relay.JobPayload.InjectedFile;
import java.util.Base64;

/**
 * A file that the task brings along.
 *
 * @param path relative to the working folder, {@code ~/…} or absolute
 * @param base64 its bytes in padded base64
 * @param mode its permission bits
 */
public record JobFile(String path, String base64, int mode) {
    private static final int PERMISSIONS = 0777;

    static JobFile of(InjectedFile file) {
        try {
            Base64.getDecoder().decode(file.content());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the content of file " + file.path() + " is not base64", e);
        }
        return new JobFile(file.path(), file.content(), mode(file));
    }

    /** Its bytes. */
    public byte[] content() {
        return Base64.getDecoder().decode(base64);
    }

    /** Its permissions as people write them. */
    public String octal() {
        return "0" + Integer.toOctalString(mode);
    }

    private static int mode(InjectedFile file) {
        try {
            int mode = Integer.parseInt(file.mode(), Byte.SIZE);
            if ((mode & ~PERMISSIONS) == 0) {
                return mode;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(wrongMode(file), e);
        }
        throw new IllegalArgumentException(wrongMode(file));
    }

    private static String wrongMode(InjectedFile file) {
        return "the mode of file " + file.path() + " must be octal permissions such as 0644, but was " + file.mode();
    }
}
