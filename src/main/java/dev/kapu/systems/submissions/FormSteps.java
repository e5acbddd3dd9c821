package dev.kapu.systems.submissions;

import dev.kapu.contract.affiliations.SubmitAffiliations;
import dev.kapu.contract.affiliations.SubmitAffiliationsResponse;
import dev.kapu.contract.affiliations.ValidateAffiliations;
import dev.kapu.contract.affiliations.ValidateAffiliationsResponse;
import dev.kapu.contract.amendments.SubmitAmendments;
import dev.kapu.contract.amendments.SubmitAmendmentsResponse;
import dev.kapu.contract.amendments.ValidateAmendments;
import dev.kapu.contract.amendments.ValidateAmendmentsResponse;
import dev.kapu.contract.registration.Submit;
import dev.kapu.contract.registration.SubmitResponse;
import dev.kapu.contract.registration.ValidateOnly;
import dev.kapu.contract.registration.ValidateOnlyResponse;
import dev.kapu.contract.submission.EntryOutcome;
import dev.kapu.contract.submissions.GetStatus;
import dev.kapu.contract.submissions.GetStatusResponse;
import dev.kapu.filing.Filing;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Representation;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** The steps of the three forms, and what became of them, for a step that the gate has let in already; their reach is that step's own. */
@Component
class FormSteps {
    private final RegistrationForms registrations;
    private final AmendmentForms amendments;
    private final AffiliationForms affiliations;
    private final SubmissionTracking tracking;
    private final Representation representation;

    FormSteps(
            RegistrationForms registrations,
            AmendmentForms amendments,
            AffiliationForms affiliations,
            SubmissionTracking tracking,
            Representation representation) {
        this.registrations = registrations;
        this.amendments = amendments;
        this.affiliations = affiliations;
        this.tracking = tracking;
        this.representation = representation;
    }

    /** @param outcomes gets what was said of each entry, at each question */
    Filing.Asking asking(String partner, Reach reach, Consumer<List<EntryOutcome>> outcomes) {
        return new Filing.Asking() {
            @Override
            public <T> T ask(String operation, Object body, Class<T> answer) {
                var said = answer.cast(answered(body, partner, reach));
                outcomes.accept(of(said));
                return said;
            }

            @Override
            public boolean represents(String institution) {
                return representation.covers(partner, institution);
            }
        };
    }

    private Object answered(Object body, String partner, Reach reach) {
        if (body instanceof ValidateOnly form) {
            return registrations.validate(form, partner, reach);
        }
        if (body instanceof Submit form) {
            return registrations.submit(form, partner, reach);
        }
        if (body instanceof ValidateAmendments form) {
            return amendments.validate(form, partner, reach);
        }
        if (body instanceof SubmitAmendments form) {
            return amendments.submit(form, partner, reach);
        }
        if (body instanceof ValidateAffiliations form) {
            return affiliations.validate(form, partner, reach);
        }
        if (body instanceof GetStatus question) {
            return tracking.status(question, reach);
        }
        return affiliations.submit((SubmitAffiliations) body, partner, reach);
    }

    private static List<EntryOutcome> of(Object answer) {
        if (answer instanceof ValidateOnlyResponse said) {
            return said.getEntry();
        }
        if (answer instanceof SubmitResponse said) {
            return said.getEntry();
        }
        if (answer instanceof ValidateAmendmentsResponse said) {
            return said.getEntry();
        }
        if (answer instanceof SubmitAmendmentsResponse said) {
            return said.getEntry();
        }
        if (answer instanceof ValidateAffiliationsResponse said) {
            return said.getEntry();
        }
        if (answer instanceof GetStatusResponse said) {
            return said.getEntry();
        }
        return ((SubmitAffiliationsResponse) answer).getEntry();
    }
}
