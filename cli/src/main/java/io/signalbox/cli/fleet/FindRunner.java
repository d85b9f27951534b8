package io.signalbox.cli.fleet;

import io.signalbox.cli.api.Api;
import io.signalbox.cli.api.Call;
import io.signalbox.cli.api.Doc;
import io.signalbox.cli.failure.ExitCode;
import io.signalbox.cli.failure.Failure;
import java.util.ArrayList;
import java.util.List;

/** All runners, and the one that somebody means. */
public final class FindRunner {
    private static final int MOST = 500;

    private FindRunner() {}

    /** Every page of the list that {@code call} asks for. */
    public static List<Doc> all(Api api, Call call) throws InterruptedException {
        var runners = new ArrayList<Doc>();
        String cursor = "";
        do {
            Doc page = api.send(call.with("limit", MOST).with("cursor", cursor.isEmpty() ? null : cursor))
                    .doc();
            runners.addAll(page.list("items"));
            cursor = page.text("next");
        } while (!cursor.isEmpty());
        return runners;
    }

    /** The id of the runner with this name or id. */
    static String id(Api api, String nameOrId) throws InterruptedException {
        return all(api, Call.get("runners")).stream()
                .filter(runner -> runner.text("name").equals(nameOrId)
                        || runner.text("id").equals(nameOrId))
                .map(runner -> runner.text("id"))
                .findFirst()
                .orElseThrow(() -> new Failure(
                        ExitCode.REFUSED,
                        "There is no runner " + nameOrId + ". `signalbox runners` shows those that there are."));
    }
}
