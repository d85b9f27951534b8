package io.signalbox.scheduler.loop.measure;

import java.util.Locale;

/** What the scheduler removes when it has been kept long enough (C25). */
public enum Purged {
    TASK,
    EVENT;

    /** Its name as a tag. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
