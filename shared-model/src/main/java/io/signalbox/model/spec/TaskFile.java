package io.signalbox.model.spec;

/**
 * A file that is written before the commands run.
 *
 * @param path relative to the working folder, or absolute
 * @param content its bytes in padded base64
 * @param mode its permissions in octal
 */
public record TaskFile(String path, String content, String mode) {
    public TaskFile {
        mode = Defaults.or(mode, "0644");
    }
}
