package io.signalbox.model.folder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Some parts of a folder on their way to a runner: first of all its manifest, then each piece once, in the manifest's order. On the wire each comes after its
 * length in four bytes, the highest first; a length of 0 says that there are no more.
 *
 * @param parts in order
 * @param isLast whether there are no more
 */
public record FolderBatch(List<byte[]> parts, boolean isLast) {
    /** Together with the next part they may have more; alone they do not. */
    public static final int FULL = Piece.MOST_BYTES;

    public FolderBatch {
        parts = List.copyOf(parts);
    }

    /**
     * Reads one.
     *
     * @throws IOException if it is none
     */
    public static FolderBatch of(byte[] body) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(body);
        List<byte[]> parts = new ArrayList<>();
        while (in.remaining() >= Integer.BYTES) {
            int length = in.getInt();
            if (length == 0 && in.remaining() == 0) {
                return new FolderBatch(parts, true);
            }
            if (length <= 0 || length > in.remaining()) {
                throw new IOException(
                        "a part of a folder has %d bytes, but is said to have %d".formatted(in.remaining(), length));
            }
            byte[] part = new byte[length];
            in.get(part);
            parts.add(part);
        }
        if (in.hasRemaining() || parts.isEmpty()) {
            throw new IOException("parts of a folder end in %d bytes".formatted(in.remaining()));
        }
        return new FolderBatch(parts, false);
    }

    /** Its form on the wire. */
    public byte[] bytes() {
        var out = new ByteArrayOutputStream();
        parts.forEach(part -> {
            out.writeBytes(length(part.length));
            out.writeBytes(part);
        });
        if (isLast) {
            out.writeBytes(length(0));
        }
        return out.toByteArray();
    }

    private static byte[] length(int length) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(length).array();
    }
}
