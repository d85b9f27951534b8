package io.signalbox.runner.adapter.process.family;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.signalbox.runner.adapter.process.library.CLibrary;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** The calls that only Linux has: prctl(2), prlimit(2), and waitpid(2) without waiting. */
final class Kernel {
    private static final MethodHandle CONTROL =
            CLibrary.findVariadic("prctl", 1, JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle LIMIT = CLibrary.find("prlimit", JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS);
    private static final MethodHandle WAIT = CLibrary.find("waitpid", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
    private static final int SET_CHILD_SUBREAPER = 36;
    private static final int FILE_LOCKS = 10;
    private static final long UNLIMITED = -1;
    private static final int WITHOUT_HANGING = 1;

    private Kernel() {}

    /** From here on orphans among this process's descendants become its children. */
    static void adoptOrphans() throws IOException {
        CLibrary.check("prctl", () -> (int) CONTROL.invokeExact(SET_CHILD_SUBREAPER, 1L, 0L, 0L, 0L));
    }

    /** Sets the soft limit of file locks of {@code process}, which every process that it starts inherits. */
    static void limitFileLocks(long process, long most) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment limits = arena.allocateFrom(JAVA_LONG, most, UNLIMITED);
            CLibrary.check(
                    "prlimit", () -> (int) LIMIT.invokeExact((int) process, FILE_LOCKS, limits, MemorySegment.NULL));
        }
    }

    /** Takes note of the end of a child that has ended, which then is gone. */
    static void reap(long child) throws IOException {
        CLibrary.check("waitpid", () -> (int) WAIT.invokeExact((int) child, MemorySegment.NULL, WITHOUT_HANGING));
    }
}
