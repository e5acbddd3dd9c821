package dev.kapu.systems.reviews;

import dev.kapu.contract.person.AffiliationType;
import dev.kapu.contract.person.Sex;
import dev.kapu.contract.reviews.Contradiction;
import dev.kapu.contract.reviews.Review;
import dev.kapu.contract.reviews.ReviewState;
import dev.kapu.contract.reviews.Subject;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.Contradictions;
import dev.kapu.registry.person.NewPerson;
import dev.kapu.registry.person.Person;
import dev.kapu.registry.registration.Registrations;
import dev.kapu.systems.ContractPersons;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reviews as the contract writes them. */
final class ContractReviews {
    private ContractReviews() {}

    /** @param papers file number of the papers of who asks for an ID */
    static Review of(dev.kapu.registry.registration.Review from, @Nullable String papers) {
        var review = of(from.id(), ReviewState.fromValue(from.state().word()));
        review.setOpenedAt(from.openedAt().atOffset(ZoneOffset.UTC));
        review.setInstitutionCode(
                from.institution() == null ? null : from.institution().text());
        review.setPapersReference(papers);
        from.alsoWaiting().forEach(other -> review.getRelatedReviewId().add(other.toString()));
        return review;
    }

    static Review of(UUID id, ReviewState state) {
        var review = new Review();
        review.setReviewId(id.toString());
        review.setState(state);
        return review;
    }

    /** @param answering null if the person is unattached */
    static Subject held(UUID review, Person person, @Nullable Affiliation answering) {
        var subject = subject(review, NewPerson.of(person));
        subject.setEducationId(person.educationId().text());
        if (answering != null) {
            subject.setInstitutionCode(answering.institution().text());
            subject.setSiteSerial(answering.site().text());
            subject.setType(AffiliationType.valueOf(answering.type().name()));
            subject.setStartDate(answering.startDate());
            subject.setWeeklyHours(answering.weeklyHours());
            subject.setGrade(answering.grade());
            subject.setPost(answering.post());
        }
        return subject;
    }

    static Subject reported(UUID review, Registrations.Entry entry) {
        var subject = subject(review, entry.person());
        var affiliation = entry.affiliation();
        if (affiliation == null) {
            return subject;
        }
        subject.setInstitutionCode(affiliation.institution().text());
        subject.setSiteSerial(affiliation.site().text());
        subject.setType(AffiliationType.valueOf(affiliation.type().name()));
        subject.setStartDate(affiliation.startDate());
        subject.setWeeklyHours(affiliation.weeklyHours());
        subject.setGrade(affiliation.grade());
        subject.setPost(affiliation.post());
        return subject;
    }

    static Contradiction of(UUID review, Contradictions.Contradiction from) {
        var held = from.affiliation();
        var contradiction = new Contradiction();
        contradiction.setReviewId(review.toString());
        contradiction.setEducationId(held.educationId().text());
        contradiction.setCode(from.fault().code());
        contradiction.setInstitutionCode(held.institution().text());
        contradiction.setSiteSerial(held.site().text());
        contradiction.setType(AffiliationType.valueOf(held.type().name()));
        contradiction.setStartDate(held.startDate());
        contradiction.setEndDate(held.endDate());
        contradiction.setWeeklyHours(held.weeklyHours());
        return contradiction;
    }

    private static Subject subject(UUID review, NewPerson from) {
        var subject = new Subject();
        subject.setReviewId(review.toString());
        subject.setName(ContractPersons.name(from.name()));
        subject.setBirthName(ContractPersons.name(from.birthName()));
        subject.setMotherName(ContractPersons.name(from.motherName()));
        subject.setBirthPlace(from.birthPlace());
        subject.setBirthDate(from.birthDate());
        subject.setSex(Sex.valueOf(from.sex().name()));
        subject.setCitizenship(from.citizenship());
        subject.setResidence(ContractPersons.address(from.residence()));
        subject.setStay(ContractPersons.address(from.stay()));
        subject.setSocialSecurityNumber(from.taj());
        return subject;
    }
}
