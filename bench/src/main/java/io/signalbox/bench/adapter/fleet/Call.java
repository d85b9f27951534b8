package io.signalbox.bench.adapter.fleet;

/**
 * A request of a runner; always a POST.
 *
 * @param path where to
 * @param token its credential
 * @param holdSeconds for how long it may be held
 * @param body JSON
 */
record Call(String path, String token, int holdSeconds, String body) {}
