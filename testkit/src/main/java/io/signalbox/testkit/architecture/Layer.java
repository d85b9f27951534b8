package io.signalbox.testkit.architecture;

/** The layers of a module, from the inside out: each may use those before it. */
enum Layer {
    CORE,
    FEATURE,
    ADAPTER,
    CONFIG;

    static Layer of(String root, String packageName) {
        if (packageName.length() <= root.length()) {
            return FEATURE;
        }
        return switch (packageName.substring(root.length() + 1).split("\\.", -1)[0]) {
            case "core" -> CORE;
            // The testkit's "infra" is its way to the real world.
            case "adapter", "infra" -> ADAPTER;
            case "config" -> CONFIG;
            default -> FEATURE;
        };
    }

    /** Whether code here may touch clock, environment, threads and randomness itself. */
    boolean facesTheWorld() {
        return this == ADAPTER || this == CONFIG;
    }
}
