package io.signalbox.model.relay;

import io.signalbox.model.id.AttemptId;
import java.util.Optional;

/** Addresses and headers of the relay's protocol. */
public final class RelayPaths {
    /** What every control call begins with. */
    public static final String BASE = "/api/v1/self_hosted_agents";

    public static final String REGISTER = BASE + "/register";
    public static final String SYNC = BASE + "/sync";
    /** Followed by the attempt's id. */
    public static final String JOBS = BASE + "/jobs";

    public static final String REFRESH = BASE + "/refresh";
    public static final String DISCONNECT = BASE + "/disconnect";
    /** Followed by the attempt's id: where its log is pushed. */
    public static final String LOGS = "/api/v1/logs";
    /** Query parameter of a log push: index of the first event in it. */
    public static final String START_FROM = "start_from";
    /** Scheme of {@code Authorization} in control calls. */
    public static final String TOKEN_SCHEME = "Token";
    /** Scheme of {@code Authorization} in log pushes. */
    public static final String BEARER_SCHEME = "Bearer";
    /** A sync with {@code Prefer: wait=<seconds>} is held until there is something to do (RFC 7240). */
    public static final String PREFER = "Prefer";

    /** Query parameter of the fetch of a folder: how many of its parts are there already. */
    public static final String FROM = "from";

    private static final String FOLDER = "/folder";

    private RelayPaths() {}

    /** Where parts of an attempt's folder are fetched, as a {@link io.signalbox.model.folder.FolderBatch}. */
    public static String folder(AttemptId attempt) {
        return JOBS + "/" + attempt + FOLDER;
    }

    /** The id of the attempt whose folder is fetched by what follows {@link #JOBS} and its slash, if that is what it says. */
    public static Optional<String> ofFolder(String rest) {
        return rest.endsWith(FOLDER)
                ? Optional.of(rest.substring(0, rest.length() - FOLDER.length()))
                : Optional.empty();
    }
}
