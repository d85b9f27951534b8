package io.signalbox.runner.adapter.process.library;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.invoke.MethodHandle;

/** Finds functions of the C library and calls them by its customs. */
@SuppressWarnings("restricted") // calls out of Java are what it is for; the launcher enables them
public final class CLibrary {
    private static final Linker LINKER = Linker.nativeLinker();

    private CLibrary() {}

    /** Whether there is a function of this name. */
    public static boolean has(String name) {
        return LINKER.defaultLookup().find(name).isPresent();
    }

    /** The function of this name. */
    public static MethodHandle find(String name, MemoryLayout result, MemoryLayout... arguments) {
        return find(name, FunctionDescriptor.of(result, arguments));
    }

    /** The function of this name, of which all arguments from {@code variadic} on are variadic. */
    public static MethodHandle findVariadic(String name, int variadic, MemoryLayout result, MemoryLayout... arguments) {
        return find(name, FunctionDescriptor.of(result, arguments), Linker.Option.firstVariadicArg(variadic));
    }

    /** The function of this name. */
    public static MethodHandle find(String name, FunctionDescriptor descriptor, Linker.Option... options) {
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), descriptor, options);
    }

    /** The result of a call, unless it is negative, by which these functions say that they failed. */
    public static int check(String name, Call call) throws IOException {
        int result;
        try {
            result = call.run();
        } catch (Throwable e) {
            throw new IllegalStateException(name + " could not be called", e);
        }
        if (result < 0) {
            throw new IOException(name + " failed");
        }
        return result;
    }

    /** One call. */
    @FunctionalInterface
    public interface Call {
        /** Calls, and gives the result. */
        int run() throws Throwable;
    }
}
