package io.signalbox.gateway.openapi;

import io.signalbox.model.error.ErrorCode;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.MediaType;

/**
 * What the document of the API says of the annotated method of a controller beyond what its signature shows. Two methods of one address, for
 * two media types, have the same id.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Described {
    /** Its name in clients that are made from the document. */
    String id();

    /** One line for people. */
    String summary();

    /** The record that its body is read as; Void: it reads none. */
    Class<?> reads() default Void.class;

    /** The statuses of its answers when nothing is wrong. */
    int[] answers() default 200;

    /** Whether its answer has the ETag of what it shows. */
    boolean revised() default false;

    /** The media type of what it gives. */
    String gives() default MediaType.APPLICATION_JSON_VALUE;

    /** The problems that not any request may have. */
    ErrorCode[] problems() default {};
}
