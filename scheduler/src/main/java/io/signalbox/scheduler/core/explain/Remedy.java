package io.signalbox.scheduler.core.explain;

import io.signalbox.scheduler.core.explain.Obstacle.Found;
import io.signalbox.scheduler.core.match.Demand;
import io.signalbox.scheduler.core.view.Inquiry;
import java.util.Comparator;

/** The one change that would start a waiting task: the smallest that a person can make, for the runner that comes closest. */
final class Remedy {
    private Remedy() {}

    static String of(Inquiry task, Findings findings) {
        if (task.notBefore() != null) {
            return "Wait until " + task.notBefore() + ".";
        }
        if (!task.held().isEmpty()) {
            return task.held().getFirst().change();
        }
        return findings.all().entrySet().stream()
                .max(Comparator.comparing(group -> group.getKey().obstacle()))
                .map(group -> change(
                        task.demand(),
                        group.getKey(),
                        group.getValue().getFirst().profile().name()))
                .orElseGet(() -> startRunner(task.demand()));
    }

    private static String change(Demand demand, Found closest, String runner) {
        return switch (closest.obstacle()) {
            case BUSY -> "Wait for a slot, or start one more runner like " + runner + ".";
            case UNREADY -> "See what runner " + runner + " lacks, or start another one like it.";
            case POOL_CAP -> "Wait for a task of the pool of runner " + runner + " to end, or raise the pool's cap.";
            case PAUSED -> "Resume runner " + runner + ".";
            case GATEWAY_UNKNOWN -> "Wait for the gateway of runner " + runner + ", or start it anew.";
            case SET_ASIDE -> "See why runner " + runner + " fails every task, or start another one like it.";
            case UNREACHABLE -> "Bring runner " + runner + " back, or start another one like it.";
            case DRAINING, GONE, START_FAILED -> "Start another runner like " + runner + ".";
            case TAG_MISSING, TAG_EXCLUDED, OTHER_POOL -> startRunner(demand);
            case PROJECT_NOT_SERVED ->
                "Let runner " + runner + " serve project '" + demand.project() + "', or start one that does.";
        };
    }

    private static String startRunner(Demand demand) {
        String pool = demand.pool() == null ? "" : " in pool '" + demand.pool() + "'";
        return "Start a runner" + pool + " with the tags " + String.join(", ", demand.tags()) + ".";
    }
}
