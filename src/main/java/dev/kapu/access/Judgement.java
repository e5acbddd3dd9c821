package dev.kapu.access;

import dev.kapu.fault.Fault;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import org.jspecify.annotations.Nullable;

/** What the policy says to a question on a day, quotas aside. */
sealed interface Judgement {
    record Entitled(Entitlement by, Reach reach, @Nullable String represented) implements Judgement {}

    record Refused(Fault reason, @Nullable Entitlement nearest) implements Judgement {}

    static Judgement of(Policy policy, Question question, long day) {
        var held = policy.held(question.partner(), question.operation());
        var purpose = question.purpose();
        var found = held.find(purpose, day);
        if (found == null) {
            return new Refused(Fault.NOT_PERMITTED, null);
        }
        if (purpose == null && held.severalPurposes()) {
            return new Refused(Fault.PURPOSE_NEEDED, null);
        }
        if (!found.isValidOn(day)) {
            return new Refused(Fault.NOT_VALID_NOW, found);
        }
        // An institution asks for itself without saying so.
        var represented = question.representedInstitution() == null
                ? policy.self(question.partner())
                : question.representedInstitution();
        if (represented != null && !policy.represents(question.partner(), represented)) {
            return new Refused(Fault.REPRESENTATION_REFUSED, found);
        }
        var named = question.namedInstitution();
        if (question.isEvent() && named != null && policy.represents(question.partner(), named)) {
            represented = named;
        }
        return within(found, represented, named, question.isEvent());
    }

    private static Judgement within(
            Entitlement found, @Nullable String represented, @Nullable String named, boolean event) {
        var scope = found.grant().subjects();
        if (scope.needs() == Scope.Needs.NOTHING) {
            return new Entitled(found, new Reach(scope, null), represented);
        }
        if (scope.needs() == Scope.Needs.NAMED_INSTITUTION) {
            return named == null
                    ? new Refused(Fault.NOT_PERMITTED, found)
                    : new Entitled(found, new Reach(scope, named), represented);
        }
        // An event has no headers that could be missing.
        if (represented == null && !event) {
            return new Refused(Fault.HEADER_MISSING, found);
        }
        return represented == null || (named != null && !named.equals(represented))
                ? new Refused(Fault.REPRESENTATION_REFUSED, found)
                : new Entitled(found, new Reach(scope, represented), represented);
    }
}
