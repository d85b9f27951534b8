package io.signalbox.faults.core.plan;

/** Of which build a process is. */
public enum Version {
    /** That of the commit whose id is kept in {@code faults/earlier}. */
    EARLIER,
    PRESENT;

    /** The one from which an upgrade to this one comes, or a way back. */
    public Version other() {
        return this == EARLIER ? PRESENT : EARLIER;
    }
}
