package io.signalbox.runner.adapter.machine;

import java.lang.reflect.Proxy;
import java.util.List;

/**
 * SIGTERM and SIGINT. The JVM's own answer to them is to exit, which a shutdown hook can delay but not repeat, so that a second signal could not be
 * told from the first. {@code sun.misc.Signal} is the JDK's way, open to all, but the compiler does not let it be named.
 */
public final class ProcessSignals {
    private ProcessSignals() {}

    /** Calls {@code action} at each signal. */
    public static void onTermination(Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object proxy = Proxy.newProxyInstance(
                    handler.getClassLoader(), new Class<?>[] {handler}, (self, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            action.run();
                            return null;
                        }
                        return method.getName().equals("hashCode") ? System.identityHashCode(self) : null;
                    });
            for (String name : List.of("TERM", "INT")) {
                Object one = signal.getConstructor(String.class).newInstance(name);
                signal.getMethod("handle", signal, handler).invoke(null, one, proxy);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this Java does not let signals be handled", e);
        }
    }
}
