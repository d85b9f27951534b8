package io.signalbox.scheduler.core.match;

import io.signalbox.scheduler.core.task.TaskEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tasks in the order of {@link Precedence#AGE}, kept in sorted runs: a task costs one reference, and those that go next lie side by side.
 * Taking the first and adding the newest cost O(1), anything else a search and the moving of at most one run. How many stand before a task is
 * counted by runs, not by tasks.
 */
final class ByAge {
    private static final int MOST = 512;

    private final List<Run> runs = new ArrayList<>(1);
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    /** The oldest; there must be one. */
    TaskEntry first() {
        return runs.getFirst().first();
    }

    /** The newest; there must be one. */
    TaskEntry last() {
        return runs.getLast().last();
    }

    /** Adds the task, unless it is there. */
    void add(TaskEntry task) {
        if (size == 0 || runs.getLast().isFullBefore(task)) {
            runs.add(new Run(task));
            size++;
            return;
        }
        int number = runOf(task);
        Run run = runs.get(number);
        if (run.add(task)) {
            size++;
        }
        if (run.size() > MOST) {
            runs.add(number + 1, run.split());
        }
    }

    /** Takes the task out, if it is there. */
    void remove(TaskEntry task) {
        if (size == 0) {
            return;
        }
        int number = runOf(task);
        Run run = runs.get(number);
        if (run.remove(task)) {
            size--;
        }
        if (run.size() == 0) {
            runs.remove(number);
        }
    }

    /** How many are older than {@code task}, which need not be there. */
    int before(TaskEntry task) {
        if (size == 0) {
            return 0;
        }
        int number = runOf(task);
        int before = runs.get(number).before(task);
        for (Run run : runs.subList(0, number)) {
            before += run.size();
        }
        return before;
    }

    /** The last run that begins with nothing newer than the task; else the first. */
    private int runOf(TaskEntry task) {
        int low = 0;
        int high = runs.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (Precedence.AGE.compare(runs.get(middle).first(), task) <= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Some that follow each other; there is room on both sides of them. */
    private static final class Run {
        private TaskEntry[] tasks = new TaskEntry[4];
        private int from;
        private int to;

        Run(TaskEntry only) {
            tasks[0] = only;
            to = 1;
        }

        private Run(TaskEntry[] tasks) {
            this.tasks = tasks;
            this.to = tasks.length;
        }

        int size() {
            return to - from;
        }

        TaskEntry first() {
            return tasks[from];
        }

        TaskEntry last() {
            return tasks[to - 1];
        }

        boolean isFullBefore(TaskEntry task) {
            return size() >= MOST && Precedence.AGE.compare(last(), task) < 0;
        }

        boolean add(TaskEntry task) {
            int place = placeOf(task);
            if (place < to && Precedence.AGE.compare(tasks[place], task) == 0) {
                return false;
            }
            if (to == tasks.length) {
                place -= from;
                makeRoom();
            }
            System.arraycopy(tasks, place, tasks, place + 1, to - place);
            tasks[place] = task;
            to++;
            return true;
        }

        boolean remove(TaskEntry task) {
            int place = placeOf(task);
            if (place == to || Precedence.AGE.compare(tasks[place], task) != 0) {
                return false;
            }
            if (place == from) {
                Arrays.fill(tasks, from, from + 1, null);
                from++;
            } else {
                System.arraycopy(tasks, place + 1, tasks, place, to - place - 1);
                Arrays.fill(tasks, to - 1, to, null);
                to--;
            }
            return true;
        }

        int before(TaskEntry task) {
            return placeOf(task) - from;
        }

        Run split() {
            int middle = (from + to) >>> 1;
            Run newer = new Run(Arrays.copyOfRange(tasks, middle, to));
            Arrays.fill(tasks, middle, to, null);
            to = middle;
            return newer;
        }

        /** Where the task stands, or would stand. */
        private int placeOf(TaskEntry task) {
            if (tasks[from] == task) {
                return from;
            }
            if (Precedence.AGE.compare(last(), task) < 0) {
                return to;
            }
            int low = from;
            int high = to - 1;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (Precedence.AGE.compare(tasks[middle], task) < 0) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private void makeRoom() {
            int size = size();
            if (size > tasks.length / 2) {
                tasks = Arrays.copyOf(Arrays.copyOfRange(tasks, from, to), 2 * tasks.length);
            } else {
                System.arraycopy(tasks, from, tasks, 0, size);
                Arrays.fill(tasks, size, to, null);
            }
            from = 0;
            to = size;
        }
    }
}
