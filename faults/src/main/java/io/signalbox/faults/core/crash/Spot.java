package io.signalbox.faults.core.crash;

/**
 * A place in a program, by a name that its bytecode has.
 *
 * @param type the class, behind {@code io.signalbox.}
 * @param method every method of that name
 * @param side before or behind what it does
 * @param call which call of it, from 1
 */
public record Spot(String type, String method, Side side, int call) {
    private static final String ROOT = "io.signalbox.";

    /** A side of a method. */
    public enum Side {
        /** Nothing of it is done. */
        BEFORE,
        /** It is done, and its caller does not know. */
        BEHIND
    }

    static Spot before(String name) {
        return of(name, Side.BEFORE);
    }

    static Spot behind(String name) {
        return of(name, Side.BEHIND);
    }

    /** The same, at a later call. */
    Spot at(int later) {
        return new Spot(type, method, side, later);
    }

    /** The class, as the JVM names it. */
    public String internalName() {
        return (ROOT + type).replace('.', '/');
    }

    /** The program that has it. */
    public String program() {
        return type.substring(0, type.indexOf('.'));
    }

    @Override
    public String toString() {
        String where = type.substring(type.lastIndexOf('.') + 1) + "." + method;
        return (side == Side.BEFORE ? "before " : "behind ") + "`" + where + "`" + (call == 1 ? "" : ", call " + call);
    }

    private static Spot of(String name, Side side) {
        int dot = name.lastIndexOf('.');
        return new Spot(name.substring(0, dot), name.substring(dot + 1), side, 1);
    }
}
