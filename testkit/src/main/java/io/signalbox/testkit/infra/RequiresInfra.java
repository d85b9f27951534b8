package io.signalbox.testkit.infra;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The tests of this class need real parts, and get them as a parameter of type {@link Infra}, in the constructor or in
 * any method. Where the parts cannot be had the class is skipped and says why; with {@code REQUIRE_INFRA=true}, in the
 * environment or as a system property, it fails.
 *
 * <p>A part is looked for by its variable, then as a local program ({@code bin/infra}, which installs nothing here), then
 * as a container. What was started ends with the test run.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(InfraExtension.class)
public @interface RequiresInfra {

    /** What is needed; everything where nothing is said. */
    Part[] value() default {Part.MONGODB, Part.RABBITMQ};
}
