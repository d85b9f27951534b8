package io.signalbox.scheduler.core.explain;

import io.signalbox.model.task.Explanation;
import io.signalbox.scheduler.core.explain.Obstacle.Found;
import io.signalbox.scheduler.core.explain.Situation.RunnerView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why a task waits: for each runner the first condition at which it fails, equal ones together with their number and some names, and the
 * one change that would start the task. A pure function.
 */
public final class Explain {
    private static final int MOST_EXAMPLES = 5;

    private Explain() {}

    /** The explanation of {@code situation}. */
    public static Explanation of(Situation situation) {
        Map<Found, List<String>> found = new LinkedHashMap<>();
        for (RunnerView runner : situation.runners()) {
            found.computeIfAbsent(Obstacle.first(situation.demand(), runner), key -> new ArrayList<>())
                    .add(runner.profile().name());
        }
        List<Explanation.Cause> causes = new ArrayList<>();
        if (situation.notBefore() != null) {
            causes.add(new Explanation.Cause(
                    "not_before", "it may not start before " + situation.notBefore(), 0, List.of()));
        }
        for (Situation.Held held : situation.held()) {
            causes.add(new Explanation.Cause(held.code(), held.detail(), 0, List.of()));
        }
        if (situation.runners().isEmpty()) {
            causes.add(new Explanation.Cause("no_runners", "no runner is registered", 0, List.of()));
        }
        found.entrySet().stream()
                .sorted(Comparator.comparingInt(group -> -group.getValue().size()))
                .map(group -> cause(situation, group.getKey(), group.getValue()))
                .forEach(causes::add);
        Long position = situation.notBefore() == null ? situation.before() + 1L : null;
        return new Explanation(true, position, null, causes, Remedy.of(situation, found));
    }

    private static Explanation.Cause cause(Situation situation, Found found, List<String> names) {
        boolean all = names.size() == situation.runners().size();
        String detail = switch (found.obstacle()) {
            case OTHER_POOL -> all ? found.detail() + ", which has no runner" : found.detail();
            case TAG_MISSING -> all ? "no runner has the tag" + quoted(found) : who(names) + found.detail();
            default -> who(names) + found.detail();
        };
        return new Explanation.Cause(
                found.obstacle().code(),
                detail,
                names.size(),
                names.stream().limit(MOST_EXAMPLES).toList());
    }

    private static String who(List<String> names) {
        return names.size() == 1 ? "runner " + names.getFirst() + " " : names.size() + " runners: each ";
    }

    private static String quoted(Found found) {
        return found.detail().substring(found.detail().indexOf(" '"));
    }
}
