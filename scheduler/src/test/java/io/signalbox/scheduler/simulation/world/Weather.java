package io.signalbox.scheduler.simulation.world;

import io.signalbox.scheduler.simulation.Fault;
import java.util.SplittableRandom;

/** What goes wrong, and whether it does just now: with faults ended, nothing does, but for the planted one. */
final class Weather {
    static final int SELDOM = 250;

    private final Fault planted;
    private SplittableRandom random = new SplittableRandom(0);
    private boolean fair;
    private boolean storeAway;
    private long awayUntil;

    Weather(Fault planted) {
        this.planted = planted;
    }

    /** The next step draws from {@code seed}. */
    void next(long seed) {
        random = new SplittableRandom(seed);
    }

    void clearUp() {
        fair = true;
        storeAway = false;
    }

    boolean isFair() {
        return fair;
    }

    boolean is(Fault fault) {
        return planted == fault;
    }

    /** True once in {@code n} times while faults go on. */
    boolean strikes(int n) {
        return !fair && random.nextInt(n) == 0;
    }

    int draw(int bound) {
        return random.nextInt(bound);
    }

    /** How often a message arrives. */
    int copies() {
        return fair ? 1 : random.nextInt(3);
    }

    void storeGoesAway(long until) {
        storeAway = !fair;
        awayUntil = until;
    }

    void storeComesBack(long now) {
        storeAway &= now < awayUntil;
    }

    boolean isStoreAway() {
        return storeAway;
    }

    /** A call to the store: it may be away, or become so. */
    void call() {
        if (storeAway || strikes(SELDOM)) {
            throw new StoreAway();
        }
    }

    /** A write was done; its answer may be lost. */
    void answer() {
        if (strikes(SELDOM)) {
            throw new StoreAway();
        }
    }

    /** The store does not answer. */
    static final class StoreAway extends RuntimeException {
        private static final long serialVersionUID = 1;

        StoreAway() {
            super("the store does not answer");
        }
    }
}
