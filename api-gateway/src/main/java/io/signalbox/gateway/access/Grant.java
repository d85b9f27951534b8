package io.signalbox.gateway.access;

/**
 * What a caller may do, and where.
 *
 * @param role what
 * @param scope in which projects
 */
public record Grant(Role role, Scope scope) {
    /** Everything, everywhere. */
    public static final Grant ADMIN = new Grant(Role.ADMIN, Scope.everything());

    /** Whether who has it may do all that {@code other} allows. */
    public boolean includes(Grant other) {
        return role.includes(other.role()) && scope.includes(other.scope());
    }
}
