package dev.kapu.systems.reviews;

import dev.kapu.contract.reviews.Contradiction;
import dev.kapu.contract.reviews.DecideReview;
import dev.kapu.contract.reviews.DecideReviewResponse;
import dev.kapu.contract.reviews.ListReviews;
import dev.kapu.contract.reviews.ListReviewsResponse;
import dev.kapu.contract.reviews.ReviewPage;
import dev.kapu.contract.reviews.ReviewState;
import dev.kapu.contract.reviews.SuspectDouble;
import dev.kapu.contract.reviews.SuspectDoubleResponse;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.highereducation.EducationIdRequests;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.registration.Review;
import dev.kapu.registry.registration.Review.Decision;
import dev.kapu.registry.registration.Reviews;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import dev.kapu.step.ChangesRegistry;
import java.util.List;
import java.util.UUID;
import org.apache.camel.ExchangeProperty;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The Office decides who is whom (K2). Whoever may not read everybody may not see the list. */
@Component
class OfficeReviews {
    private static final int LIMIT = 100;

    private final Reviews reviews;
    private final EducationIdRequests requests;

    OfficeReviews(Reviews reviews, EducationIdRequests requests) {
        this.reviews = reviews;
        this.requests = requests;
    }

    public ListReviewsResponse list(ListReviews request, @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        requireEveryone(reach);
        var answer = new ListReviewsResponse();
        var page = page(request);
        var last = new ReviewPage();
        last.setMore(page.more());
        answer.setPage(last);
        var answering = reviews.answering(page.reviews());
        var papers = requests.papers(page.reviews().stream().map(Review::id).toList());
        for (var review : page.reviews()) {
            answer.getReview().add(ContractReviews.of(review, papers.get(review.id())));
            answer.getContradiction().addAll(contradictions(review));
            if (review.reported() != null) {
                answer.getSubject().add(ContractReviews.reported(review.id(), review.reported()));
            }
            for (var person : review.held()) {
                answer.getSubject().add(ContractReviews.held(review.id(), person, answering.get(person.educationId())));
            }
        }
        return answer;
    }

    private Reviews.Page page(ListReviews request) {
        var one = id(request.getReviewId());
        if (one != null) {
            return new Reviews.Page(List.of(reviews.find(one)), false);
        }
        var institution = request.getInstitutionCode();
        return reviews.open(
                request.getLimit() == null ? LIMIT : request.getLimit(),
                id(request.getAfter()),
                institution == null ? null : new InstitutionCode(institution));
    }

    private static @Nullable UUID id(@Nullable String reviewId) {
        return reviewId == null ? null : UUID.fromString(reviewId);
    }

    @ChangesRegistry
    public SuspectDoubleResponse suspect(SuspectDouble request, @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        requireEveryone(reach);
        var id = reviews.suspect(
                new InstitutionCode(request.getInstitutionCode()),
                EducationId.of(request.getEducationId()),
                EducationId.of(request.getOtherEducationId()));
        var answer = new SuspectDoubleResponse();
        answer.setReview(ContractReviews.of(id, ReviewState.OPEN));
        return answer;
    }

    @ChangesRegistry
    public DecideReviewResponse decide(DecideReview request, @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        requireEveryone(reach);
        var decided = reviews.decide(UUID.fromString(request.getReviewId()), decision(request));
        var review = ContractReviews.of(
                decided.id(), ReviewState.fromValue(decided.state().word()));
        if (decided.person() != null) {
            review.setEducationId(decided.person().text());
        }
        var answer = new DecideReviewResponse();
        answer.setReview(review);
        if (decided.state() == Review.State.MERGED) {
            answer.getContradiction().addAll(contradictions(reviews.find(decided.id())));
        }
        return answer;
    }

    private List<Contradiction> contradictions(Review review) {
        return reviews.contradictions(review).stream()
                .map(found -> ContractReviews.of(review.id(), found))
                .toList();
    }

    private static Decision decision(DecideReview request) {
        if (request.getSamePerson() != null) {
            return new Decision.SamePerson(
                    EducationId.of(request.getSamePerson().getEducationId()),
                    Boolean.TRUE.equals(request.getSamePerson().isTellEducationId()));
        }
        if (request.getMerge() != null) {
            return new Decision.Merge(
                    EducationId.of(request.getMerge().getSurvivor()),
                    EducationId.of(request.getMerge().getRetired()));
        }
        if (request.getDifferentPerson() != null) {
            return new Decision.DifferentPerson();
        }
        throw new FaultException(Fault.INVALID, "decision");
    }

    private static void requireEveryone(Reach reach) {
        if (reach.scope() != Scope.EVERYONE) {
            throw new FaultException(Fault.NOT_PERMITTED);
        }
    }
}
