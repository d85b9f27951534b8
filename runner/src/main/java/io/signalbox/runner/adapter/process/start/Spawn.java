package io.signalbox.runner.adapter.process.start;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import io.signalbox.runner.adapter.process.library.CLibrary;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Starts programs by posix_spawn(3) with what glibc 2.34 has added to it: a new session, a working folder, and no descriptor but three. */
final class Spawn {
    private static final MethodHandle SPAWN =
            CLibrary.find("posix_spawnp", JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
    private static final MethodHandle WAIT = CLibrary.find("waitpid", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle BEGIN_ATTRIBUTES = CLibrary.find("posix_spawnattr_init", JAVA_INT, ADDRESS);
    private static final MethodHandle SET_FLAGS =
            CLibrary.find("posix_spawnattr_setflags", JAVA_INT, ADDRESS, JAVA_SHORT);
    private static final MethodHandle SET_MASK =
            CLibrary.find("posix_spawnattr_setsigmask", JAVA_INT, ADDRESS, ADDRESS);
    private static final short NEW_SESSION_AND_NO_SIGNAL_HELD_BACK = 0x88;
    /** More than any C library's {@code posix_spawnattr_t} and {@code sigset_t}. */
    private static final int ROOM = 1024;

    private static final int SIGNAL_BITS = 0x7F;
    private static final int STATUS_SHIFT = 8;
    private static final int STATUS_BITS = 0xFF;
    private static final int KILLED = 128;

    private Spawn() {}

    static Started start(Program program) throws IOException {
        try (Arena arena = Arena.ofConfined();
                var actions = new SpawnActions(arena, program)) {
            MemorySegment id = arena.allocate(JAVA_INT);
            MemorySegment name = arena.allocateFrom(program.command().getFirst());
            MemorySegment attributes = attributes(arena);
            MemorySegment arguments = strings(arena, program.command());
            MemorySegment env = strings(arena, environment(program));
            succeed("the start of " + program.command().getFirst() + " in " + program.folder(), () ->
                    (int) SPAWN.invokeExact(id, name, actions.segment(), attributes, arguments, env));
            return started(id.get(JAVA_INT, 0));
        }
    }

    private static List<String> environment(Program program) {
        return program.env().entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue())
                .toList();
    }

    /** They own no memory, in glibc and musl. */
    private static MemorySegment attributes(Arena arena) throws IOException {
        MemorySegment attributes = arena.allocate(ROOM);
        MemorySegment none = arena.allocate(ROOM);
        succeed("posix_spawnattr_init", () -> (int) BEGIN_ATTRIBUTES.invokeExact(attributes));
        succeed("posix_spawnattr_setflags", () ->
                (int) SET_FLAGS.invokeExact(attributes, NEW_SESSION_AND_NO_SIGNAL_HELD_BACK));
        succeed("posix_spawnattr_setsigmask", () -> (int) SET_MASK.invokeExact(attributes, none));
        return attributes;
    }

    private static MemorySegment strings(Arena arena, Collection<String> texts) {
        MemorySegment array = arena.allocate(ADDRESS, texts.size() + 1L);
        int at = 0;
        for (String text : texts) {
            array.setAtIndex(ADDRESS, at++, arena.allocateFrom(text));
        }
        return array;
    }

    /** These functions give the number of an error instead of setting it. */
    static void succeed(String what, CLibrary.Call call) throws IOException {
        int error = CLibrary.check(what, call);
        if (error != 0) {
            throw new IOException(what + " failed with error " + error + " of errno(3)");
        }
    }

    private static Started started(int process) {
        var ended = new CompletableFuture<Integer>();
        ProcessHandle handle = ProcessHandle.of(process)
                .orElseThrow(
                        () -> new IllegalStateException("process " + process + " is gone before it was waited for"));
        Thread.ofPlatform().daemon().name("end-of-" + process).start(() -> await(process, ended));
        return new Started(handle, ended);
    }

    private static void await(int process, CompletableFuture<Integer> ended) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment status = arena.allocate(JAVA_INT);
            CLibrary.check("waitpid", () -> (int) WAIT.invokeExact(process, status, 0));
            ended.complete(decode(status.get(JAVA_INT, 0)));
        } catch (IOException | RuntimeException e) {
            ended.completeExceptionally(e);
        }
    }

    /** By wait(2). */
    private static int decode(int status) {
        int signal = status & SIGNAL_BITS;
        return signal == 0 ? status >> STATUS_SHIFT & STATUS_BITS : KILLED + signal;
    }
}
