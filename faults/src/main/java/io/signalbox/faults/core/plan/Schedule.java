package io.signalbox.faults.core.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The faults of one run. Seeds go in hands of {@value #HAND}: the kinds are shuffled once for a hand and dealt out among its seeds, so that
 * as many runs in a row, from a multiple of it on, meet every kind.
 *
 * @param strikes in the order of their times
 */
public record Schedule(List<Strike> strikes) {
    /** So many runs meet every kind. */
    public static final int HAND = 6;

    private static final double SHORTEST = 0.1;
    private static final double LONGEST = 0.5;
    /** The last faults end about when the load does. */
    private static final double LATEST = 0.75;

    public Schedule {
        strikes = List.copyOf(strikes);
    }

    /** The schedule of this seed, of faults of all kinds, for a run of this length. */
    public static Schedule of(long seed, long runMillis) {
        List<FaultKind> deck = new ArrayList<>(List.of(FaultKind.values()));
        shuffle(deck, new SplittableRandom(Math.floorDiv(seed, HAND)));
        List<FaultKind> dealt = new ArrayList<>();
        for (int card = Math.floorMod(seed, HAND); card < deck.size(); card += HAND) {
            dealt.add(deck.get(card));
        }
        return timed(dealt, new SplittableRandom(seed), runMillis);
    }

    /** The schedule of this seed, of these faults alone. */
    public static Schedule of(long seed, long runMillis, List<FaultKind> only) {
        return timed(only, new SplittableRandom(seed), runMillis);
    }

    private static Schedule timed(List<FaultKind> kinds, SplittableRandom random, long runMillis) {
        List<Strike> strikes = new ArrayList<>();
        for (FaultKind kind : kinds) {
            String target = kind.targets().get(random.nextInt(kind.targets().size()));
            long at = (long) (random.nextDouble(0.05, LATEST) * runMillis);
            long length = (long) (random.nextDouble(SHORTEST, LONGEST) * runMillis);
            strikes.add(new Strike(kind, target, at, length));
        }
        strikes.sort(Comparator.comparingLong(Strike::atMillis));
        return new Schedule(strikes);
    }

    private static void shuffle(List<FaultKind> deck, SplittableRandom random) {
        for (int i = deck.size() - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            FaultKind kind = deck.get(i);
            deck.set(i, deck.get(other));
            deck.set(other, kind);
        }
    }
}
