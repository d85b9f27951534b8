package io.signalbox.gateway.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The role that a caller must have for the annotated address of the client API. In which projects, the code behind it checks by the
 * caller's {@link Scope}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {
    /** The least role that will do. */
    Role value();

    /** Whether only who reaches all projects will do: what is changed here is shared by them. */
    boolean everywhere() default false;
}
