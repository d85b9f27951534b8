package io.signalbox.scheduler.core.simulation;

/** Known bugs that can be switched on, to prove that the checker would find them. */
enum Fault {
    NONE,
    /** A withdrawal is answered without the insert that makes it stand (C1). */
    WITHDRAWAL_WITHOUT_INSERT,
    /** A claim is taken back whatever its number is (C1). */
    WITHDRAWAL_OVER_ANY_CLAIM,
    /** Reports are removed although nothing was stored (C18). */
    REPORTS_LOST
}
