package dev.kapu.access;

import java.util.Set;

/**
 * What the hub offers, against which the policy is checked: a grant for something that does not exist is an error. A
 * bean of this type is looked up once all beans exist, and again at each reload.
 */
public interface Offered {
    /** {@code Service/operation} and {@code events/kind}. */
    Set<String> operations();

    /** Names of the children of the answer's records, or of the event. */
    Set<String> fields(String operation);

    /** Whether the request's body, or the event, carries an institution code that a scope can be about. */
    boolean namesInstitution(String operation);

    /** Whether a route takes events to this partner; true of all before the route files are read, who check it then. */
    boolean deliversTo(String partner);
}
