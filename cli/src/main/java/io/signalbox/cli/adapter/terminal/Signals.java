package io.signalbox.cli.adapter.terminal;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Consumer;

/**
 * SIGINT and SIGTERM. The JVM's own answer to them is to exit. {@code sun.misc.Signal} is the JDK's way to another one, open to all, but the compiler
 * does not let it be named.
 */
final class Signals {
    static final String INTERRUPT = "INT";
    private static final String TERMINATE = "TERM";

    private Signals() {}

    /** Calls {@code action} with the name of each signal. */
    static void listen(Consumer<String> action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            for (String name : List.of(INTERRUPT, TERMINATE)) {
                Object proxy = Proxy.newProxyInstance(
                        handler.getClassLoader(), new Class<?>[] {handler}, (self, method, arguments) -> {
                            if (method.getName().equals("handle")) {
                                action.accept(name);
                                return null;
                            }
                            return method.getName().equals("hashCode") ? System.identityHashCode(self) : null;
                        });
                signal.getMethod("handle", signal, handler)
                        .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this Java does not let signals be handled", e);
        }
    }
}
