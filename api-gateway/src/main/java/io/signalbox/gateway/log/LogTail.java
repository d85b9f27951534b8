package io.signalbox.gateway.log;

/**
 * Where a log stands after its newest chunk: all that is needed to append the next one.
 *
 * @param end index of the next event
 * @param outputBytes bytes of output so far
 * @param lost events so far that never came
 * @param hash of the newest chunk; each chunk's hash covers the one before
 * @param ended whether the newest event is {@code job_finished}
 * @param sealed whether nothing can be appended any more
 */
public record LogTail(long end, long outputBytes, long lost, String hash, boolean ended, boolean sealed) {}
