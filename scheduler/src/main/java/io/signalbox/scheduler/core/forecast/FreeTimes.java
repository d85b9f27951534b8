package io.signalbox.scheduler.core.forecast;

import java.util.Arrays;

/** When each of some slots is free, in milliseconds from now; what is given to them goes on one after another. */
final class FreeTimes {
    /** Up to so many tasks are followed one by one; of more only the number that will have started is. */
    private static final int FOLLOWED = 4_000;

    private static final int HALVINGS = 40;

    private final double[] moments;

    /** Slots that are free at these moments. */
    FreeTimes(double[] moments) {
        this.moments = moments.clone();
        Arrays.sort(this.moments);
    }

    boolean isEmpty() {
        return moments.length == 0;
    }

    /** When the next task starts after those that are {@code ahead} of it. Needs a slot. */
    double start(Mix ahead) {
        return ahead.tasks() <= FOLLOWED ? followed(ahead) : counted(ahead);
    }

    private double followed(Mix ahead) {
        double[] free = Arrays.copyOf(moments, Math.min(moments.length, FOLLOWED + 1));
        int whole = (int) ahead.tasks();
        for (int task = 0; task < whole; task++) {
            delayFirst(free, ahead.duration(task));
        }
        double start = free[0];
        double part = ahead.tasks() - whole;
        if (part == 0) {
            return start;
        }
        delayFirst(free, ahead.duration(whole));
        return start + part * (free[0] - start);
    }

    /** The earliest of these is later by so much: a heap, which the sorted ones are to begin with. */
    private static void delayFirst(double[] heap, double millis) {
        double delayed = heap[0] + millis;
        int place = 0;
        for (int child = 1; child < heap.length; child = 2 * place + 1) {
            if (child + 1 < heap.length && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= delayed) {
                break;
            }
            heap[place] = heap[child];
            place = child;
        }
        heap[place] = delayed;
    }

    /** Each slot has begun one task when it is free, and another for each mean since then, less half of one where all take equally long. */
    private double counted(Mix ahead) {
        double low = 0;
        double high = moments[moments.length - 1] + (ahead.tasks() + 1) * ahead.mean() + ahead.mean();
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = (low + high) / 2;
            if (begun(middle, ahead) >= ahead.tasks() + 1) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /** The mean number of renewals of a process with these means and variances (Smith, 1954), for each slot. */
    private double begun(double by, Mix ahead) {
        double late = Math.max(0, (1 - ahead.variation()) / 2);
        double tasks = 0;
        for (double moment : moments) {
            if (moment > by) {
                break;
            }
            tasks += 1 + Math.max(0, (by - moment) / Math.max(1, ahead.mean()) - late);
        }
        return tasks;
    }
}
