package io.signalbox.runner.adapter.process.channel;

import static io.signalbox.runner.adapter.process.library.CLibrary.check;
import static io.signalbox.runner.adapter.process.library.CLibrary.find;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import io.signalbox.runner.adapter.process.library.CLibrary;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** The few calls of the C library about terminals (POSIX.1-2017; {@code ioctl} as Linux has it) that Java has no words for. */
final class LibC {
    private static final MethodHandle OPEN_TERMINAL = find("posix_openpt", JAVA_INT, JAVA_INT);
    private static final MethodHandle UNLOCK = find("unlockpt", JAVA_INT, JAVA_INT);
    private static final MethodHandle NAME = find("ptsname_r", JAVA_INT, JAVA_INT, ADDRESS, JAVA_LONG);
    private static final MethodHandle GET_MODES = find("tcgetattr", JAVA_INT, JAVA_INT, ADDRESS);
    private static final MethodHandle SET_MODES = find("tcsetattr", JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS);
    private static final MethodHandle READ = find("read", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
    private static final MethodHandle WRITE = find("write", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
    private static final MethodHandle CLOSE = find("close", JAVA_INT, JAVA_INT);
    private static final MethodHandle FLOW = find("tcflow", JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle MAKE_RAW = CLibrary.find("cfmakeraw", FunctionDescriptor.ofVoid(ADDRESS));
    private static final MethodHandle OPEN = CLibrary.findVariadic("open", 2, JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle CONTROL =
            CLibrary.findVariadic("ioctl", 2, JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS);

    /** {@code O_NOCTTY | O_CLOEXEC}: this process gets no controlling terminal by opening one, and its children none by inheritance. */
    private static final int QUIETLY = 0x80100;

    private static final int FOR_WRITING = 1;
    private static final int FOR_BOTH = 2;

    private static final long SET_WINDOW_SIZE = 0x5414;
    private static final int FLOW_ON = 1;
    private static final int LONGEST_NAME = 128;
    /** More than any C library's {@code struct termios}. */
    private static final int MODES_SIZE = 256;

    private LibC() {}

    /** A new pseudo-terminal's near end. */
    static int openTerminal() throws IOException {
        return check("posix_openpt", () -> (int) OPEN_TERMINAL.invokeExact(FOR_BOTH | QUIETLY));
    }

    static int openForWriting(String path) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom(path);
            return check("open", () -> (int) OPEN.invokeExact(name, FOR_WRITING | QUIETLY));
        }
    }

    /** Lets the far end be opened; its path. */
    static String unlock(int near) throws IOException {
        check("unlockpt", () -> (int) UNLOCK.invokeExact(near));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocate(LONGEST_NAME);
            check("ptsname_r", () -> (int) NAME.invokeExact(near, name, (long) LONGEST_NAME));
            return name.getString(0);
        }
    }

    /** Bytes pass unchanged: no newline translation, no echo. */
    static void makeRaw(int terminal) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment modes = arena.allocate(MODES_SIZE);
            check("tcgetattr", () -> (int) GET_MODES.invokeExact(terminal, modes));
            check("cfmakeraw", () -> {
                MAKE_RAW.invokeExact(modes);
                return 0;
            });
            check("tcsetattr", () -> (int) SET_MODES.invokeExact(terminal, 0, modes));
        }
    }

    static void resize(int terminal, short rows, short columns) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment size = arena.allocate(JAVA_LONG);
            size.set(JAVA_SHORT, 0, rows);
            size.set(JAVA_SHORT, Short.BYTES, columns);
            check("ioctl", () -> (int) CONTROL.invokeExact(terminal, SET_WINDOW_SIZE, size));
        }
    }

    /** Takes back a stop of the output by which a process may have held it. */
    static void letFlow(int far) throws IOException {
        check("tcflow", () -> (int) FLOW.invokeExact(far, FLOW_ON));
    }

    static int read(int file, MemorySegment target) throws IOException {
        return check("read", () -> Math.toIntExact((long) READ.invokeExact(file, target, target.byteSize())));
    }

    static int write(int file, byte[] bytes) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment source = arena.allocateFrom(JAVA_BYTE, bytes);
            return check("write", () -> Math.toIntExact((long) WRITE.invokeExact(file, source, source.byteSize())));
        }
    }

    static void close(int file) throws IOException {
        check("close", () -> (int) CLOSE.invokeExact(file));
    }
}
