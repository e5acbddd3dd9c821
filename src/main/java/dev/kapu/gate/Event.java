package dev.kapu.gate;

import dev.kapu.scope.Subject;
import java.util.UUID;

/**
 * A registry event on its way to partners.
 *
 * @param kind as in {@code permissions.yaml} after {@code events/}, e.g. {@code affiliationEnded}
 * @param body the contract's type for that kind, complete; the gate removes what is not granted
 * @param subject the person as the event found them, for the scope
 * @param institution the institution that the event is about
 */
public record Event(UUID id, String kind, Object body, Subject subject, String institution) {}
