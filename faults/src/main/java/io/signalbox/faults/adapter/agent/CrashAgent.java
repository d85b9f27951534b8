package io.signalbox.faults.adapter.agent;

import io.signalbox.faults.core.crash.CrashPoint;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Loaded by {@code -javaagent:signalbox-faults.jar=FOLDER}: ends its process, as {@code kill -9} does, where the trap in the folder is set for. */
public final class CrashAgent {
    private static final int KILLED = 137;
    private static final Map<CrashPoint, Integer> CALLS = new EnumMap<>(CrashPoint.class);
    private static volatile Trap trap = new Trap(Path.of("/nonexistent"));

    private CrashAgent() {}

    /** The JVM calls this before the program's own main method. */
    public static void premain(String folder, Instrumentation jvm) {
        trap = new Trap(Path.of(folder));
        jvm.addTransformer(new WeaveCalls());
    }

    /** Woven into the programs: they call it at each crash point, by its name. */
    public static void reached(String name) {
        Optional<CrashPoint> set = trap.isSet();
        CrashPoint here = CrashPoint.valueOf(name);
        if (set.filter(here::equals).isPresent() && count(here) == here.spot().call() && trap.take()) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    private static int count(CrashPoint point) {
        synchronized (CALLS) {
            return CALLS.merge(point, 1, Integer::sum);
        }
    }
}
