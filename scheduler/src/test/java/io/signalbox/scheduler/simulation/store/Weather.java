package io.signalbox.scheduler.simulation.store;

import io.signalbox.scheduler.simulation.Fault;
import java.util.SplittableRandom;

/** What goes wrong, and whether it does just now: with faults ended, nothing does, but for the planted one. */
public final class Weather {
    private static final int SELDOM = 250;
    /** The kind of trouble that calls to the store fail now and then. */
    private static final int ROUGH = 63;
    /** The kind of trouble that writes are given up and happen later. */
    private static final int LATE = 62;

    private static final int SOMETIMES = 50;

    private final Fault planted;
    private final long kinds;
    private SplittableRandom random = new SplittableRandom(0);
    private boolean fair;
    private boolean storeAway;
    private long awayUntil;

    /** The weather of a history in which {@code planted} is, with these kinds of trouble, one in each bit. */
    public Weather(Fault planted, long kinds) {
        this.planted = planted;
        this.kinds = kinds;
    }

    /** The next step draws from {@code seed}. */
    public void next(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Faults have ended. */
    public void clearUp() {
        fair = true;
        storeAway = false;
    }

    /** Whether they have. */
    public boolean isFair() {
        return fair;
    }

    /** Whether this one is planted. */
    public boolean is(Fault fault) {
        return planted == fault;
    }

    /** Whether this kind of trouble belongs to the history. */
    public boolean has(int kind) {
        return (kinds >>> kind & 1) == 1;
    }

    /** True now and then, where calls to the store fail by themselves. */
    boolean strikesStore() {
        return has(ROUGH) && strikes(SELDOM);
    }

    /** True now and then, where writes happen long after they were given up. */
    boolean strikesLate() {
        return has(LATE) && strikes(SOMETIMES);
    }

    /** True once in {@code n} times while faults go on. */
    public boolean strikes(int n) {
        return !fair && random.nextInt(n) == 0;
    }

    /** A number below this. */
    public int draw(int bound) {
        return random.nextInt(bound);
    }

    /** How often a message arrives. */
    public int copies() {
        return fair ? 1 : random.nextInt(3);
    }

    /** It does not answer until then. */
    public void storeGoesAway(long until) {
        storeAway = !fair;
        awayUntil = until;
    }

    /** It does again, if its time has come. */
    public void storeComesBack(long now) {
        storeAway &= now < awayUntil;
    }

    /** Whether it does not answer. */
    public boolean isStoreAway() {
        return storeAway;
    }

    /** A call to the store: it may be away, or become so. */
    public void call() {
        if (storeAway || strikesStore()) {
            throw new StoreAway();
        }
    }

    /** A write was done; its answer may be lost. */
    public void answer() {
        if (strikesStore()) {
            throw new StoreAway();
        }
    }

    /** The store does not answer. */
    public static final class StoreAway extends RuntimeException {
        private static final long serialVersionUID = 1;

        public StoreAway() {
            super("the store does not answer");
        }
    }
}
