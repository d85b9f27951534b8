package io.signalbox.gateway.openapi;

/** What the schemas of types are called. */
final class SchemaNames {
    private static final String SPECIFICATION = "io.signalbox.model.spec";

    private SchemaNames() {}

    /** Specifications are read with rules and given as they are kept: two schemas. What belongs to a controller has a name of its own. */
    static String of(Class<?> type, Schemas.Way way) {
        boolean kept = way == Schemas.Way.GIVEN && type.getPackageName().equals(SPECIFICATION) && !type.isEnum();
        return (kept ? "Kept" : "") + plain(type);
    }

    private static String plain(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        if (outer == null) {
            return type.getSimpleName().equals("ProblemBody") ? "Problem" : type.getSimpleName();
        }
        String owner = outer.getSimpleName();
        String name = type.getSimpleName();
        return switch (owner + "." + name) {
            case "PoolController.Issued" -> "IssuedRegistrationToken";
            case "TokenController.Issued" -> "IssuedToken";
            case "WebhookController.Issued" -> "IssuedWebhook";
            case "KeyController.Shown" -> "ShownKeys";
            case "SecretController.Named" -> "NamedSecret";
            case "SecretController.NewValue" -> "NewSecretValue";
            case "AuditController.Shown" -> "ShownAuditEntry";
            case "HealthController.History" -> "HealthHistory";
            default -> owner.endsWith("Controller") ? name : owner.replaceFirst("View$", "") + name;
        };
    }
}
