package io.signalbox.runner.adapter.process.start;

import java.util.concurrent.CompletableFuture;

/**
 * A program that runs or has run.
 *
 * @param process its process
 * @param ended completed with its status when it has ended: 0 to 255, 128 + n for death by signal n
 */
public record Started(ProcessHandle process, CompletableFuture<Integer> ended) {}
