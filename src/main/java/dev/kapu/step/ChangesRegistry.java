package dev.kapu.step;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A step that changes the registry. An operation with such a step is a write: the gate carries it out once for each
 * message id, and the change commits with its record or not at all. A step that lacks the mark has neither.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ChangesRegistry {
    /**
     * False for a step whose answer is a secret: it leaves once, over HTTP only, and is stored nowhere. The same message
     * again is refused.
     */
    boolean keepsAnswer() default true;

    /** Parts of the answer that leave once only: the first answer is kept, and given again, without them. */
    String[] leavesOnce() default {};
}
