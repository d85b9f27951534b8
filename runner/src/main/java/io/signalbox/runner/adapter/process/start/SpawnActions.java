package io.signalbox.runner.adapter.process.start;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.signalbox.runner.adapter.process.library.CLibrary;
import io.signalbox.runner.adapter.process.platform.Platform;
import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** What happens in a new process before its program begins: its folder and its three descriptors. */
final class SpawnActions implements Closeable {
    private static final MethodHandle BEGIN = CLibrary.find("posix_spawn_file_actions_init", JAVA_INT, ADDRESS);
    private static final MethodHandle END = CLibrary.find("posix_spawn_file_actions_destroy", JAVA_INT, ADDRESS);
    private static final MethodHandle OPEN =
            CLibrary.find("posix_spawn_file_actions_addopen", JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT);
    private static final MethodHandle COPY =
            CLibrary.find("posix_spawn_file_actions_adddup2", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT);
    private static final MethodHandle GO =
            CLibrary.find("posix_spawn_file_actions_addchdir_np", JAVA_INT, ADDRESS, ADDRESS);
    private static final MethodHandle CLOSE_FROM = CLibrary.find(Platform.NEWEST, JAVA_INT, ADDRESS, JAVA_INT);

    private static final int READING = 0;
    /** {@code O_WRONLY | O_APPEND | O_NOCTTY}: a terminal does not become the controlling one of the new session. */
    private static final int APPENDING = 0x501;
    /** More than any C library's {@code posix_spawn_file_actions_t}. */
    private static final int ROOM = 1024;

    private final MemorySegment segment;

    SpawnActions(Arena arena, Program program) throws IOException {
        this.segment = arena.allocate(ROOM);
        MemorySegment folder = arena.allocateFrom(program.folder().toString());
        MemorySegment nothing = arena.allocateFrom("/dev/null");
        MemorySegment output = arena.allocateFrom(program.output().toString());
        Spawn.succeed("posix_spawn_file_actions_init", () -> (int) BEGIN.invokeExact(segment));
        add(() -> (int) GO.invokeExact(segment, folder));
        add(() -> (int) OPEN.invokeExact(segment, 0, nothing, READING, 0));
        add(() -> (int) OPEN.invokeExact(segment, 1, output, APPENDING, 0));
        add(() -> (int) COPY.invokeExact(segment, 1, 2));
        add(() -> (int) CLOSE_FROM.invokeExact(segment, 3));
    }

    private static void add(CLibrary.Call call) throws IOException {
        Spawn.succeed("the preparation of a process", call);
    }

    MemorySegment segment() {
        return segment;
    }

    @Override
    public void close() throws IOException {
        Spawn.succeed("posix_spawn_file_actions_destroy", () -> (int) END.invokeExact(segment));
    }
}
