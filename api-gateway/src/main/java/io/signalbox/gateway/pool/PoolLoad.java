package io.signalbox.gateway.pool;

/**
 * How much a pool has to do.
 *
 * @param queued tasks that wait and that it may run: those that ask for it or for no pool
 * @param running tasks that its runners have
 * @param idle runners of it that have nothing
 * @param occupied runners of it that have something
 */
public record PoolLoad(long queued, long running, long idle, long occupied) {}
