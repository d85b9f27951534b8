package io.signalbox.gateway.log.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What following the whole hash chain of a log showed.
 *
 * @param complete whether it is sealed, unbroken and without a gap
 * @param sealed whether nothing can follow
 * @param totalEvents events, missing ones included
 * @param totalBytes bytes of output
 * @param missing what never came
 * @param brokenAt index of the first event of the first chunk that is not what was stored; absent: none
 * @param head hash of the newest chunk
 */
public record LogProof(
        boolean complete,
        boolean sealed,
        long totalEvents,
        long totalBytes,
        List<MissingRange> missing,
        @Nullable Long brokenAt,
        @Nullable String head) {}
