package io.signalbox.faults.core.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One submission that the load intends: however often it is sent, it is the same.
 *
 * @param number which of the load's; the task carries it as a label
 * @param key its idempotency key, if it has one
 * @param tags what its runner must have
 * @param script what its task does
 * @param allowance what may become of it
 */
public record Plan(int number, @Nullable String key, List<String> tags, Script script, Allowance allowance)
        implements Entry {
    public Plan {
        tags = List.copyOf(tags);
    }

    /**
     * What a task does: it writes numbered lines into its log and ends.
     *
     * @param lines how many
     * @param width how long each is, in characters behind its number
     * @param exitCode its end
     */
    public record Script(int lines, int width, int exitCode) {

        /** What an attempt writes into its log as line {@code number}, from 1. */
        public String line(String attempt, int number) {
            return attempt + " " + number + " " + "x".repeat(width);
        }

        /** All that an attempt writes into its log when nobody stops it. */
        public String output(String attempt) {
            StringBuilder text = new StringBuilder();
            for (int number = 1; number <= lines; number++) {
                text.append(line(attempt, number)).append('\n');
            }
            return text.toString();
        }
    }

    /**
     * What the task's specification permits.
     *
     * @param tries attempts that may fail or take too long
     * @param requeues losses after which it is tried again; 0: a loss ends it
     * @param timesOut whether it runs longer than its time-out
     */
    public record Allowance(int tries, int requeues, boolean timesOut) {}
}
