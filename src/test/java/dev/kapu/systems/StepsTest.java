package dev.kapu.systems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kapu.HubTest;
import dev.kapu.contract.affiliations.EndAffiliation;
import dev.kapu.contract.affiliations.EndAffiliationResponse;
import dev.kapu.contract.cards.CardRequestState;
import dev.kapu.contract.cards.CardType;
import dev.kapu.contract.cards.WithdrawalReason;
import dev.kapu.contract.idcards.GetCardRequest;
import dev.kapu.contract.idcards.GetCardRequestResponse;
import dev.kapu.contract.idcards.GetCardholder;
import dev.kapu.contract.idcards.GetCardholderResponse;
import dev.kapu.contract.idcards.ReportCardIssued;
import dev.kapu.contract.idcards.ReportCardWithdrawn;
import dev.kapu.contract.idcards.ReportCardWithdrawnResponse;
import dev.kapu.contract.idcards.RequestCard;
import dev.kapu.contract.idcards.RequestCardResponse;
import dev.kapu.contract.idcards.VerifySite;
import dev.kapu.contract.idcards.VerifySiteResponse;
import dev.kapu.contract.institutionmaster.GetInstitution;
import dev.kapu.contract.institutionmaster.GetInstitutionResponse;
import dev.kapu.contract.institutionmaster.ListSites;
import dev.kapu.contract.institutionmaster.ListSitesResponse;
import dev.kapu.contract.person.AffiliationType;
import dev.kapu.contract.person.PersonName;
import dev.kapu.contract.person.VerificationResult;
import dev.kapu.contract.personregistry.GetPerson;
import dev.kapu.contract.personregistry.GetPersonResponse;
import dev.kapu.contract.personregistry.VerifyPerson;
import dev.kapu.contract.personregistry.VerifyPersonResponse;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each step of the routes, called as Camel calls it. */
@HubTest
class StepsTest {
    @Autowired
    private CamelContext camel;

    @Autowired
    private JdbcClient jdbc;

    private InstitutionCode school;
    private EducationId pupil;

    @BeforeEach
    void pupil() {
        var registry = new TestRegistry(jdbc);
        school = registry.institution();
        pupil = registry.personAt(school, dev.kapu.registry.affiliation.AffiliationType.COMPULSORY_STUDENT);
    }

    @Test
    void a_cardholder_is_found() {
        var request = new GetCardholder();
        request.setEducationId(pupil.text());
        request.setInstitutionCode(school.text());

        var cardholder = call("cardholders", "find", request, GetCardholderResponse.class)
                .getCardholder();

        assertThat(cardholder.getEducationId()).isEqualTo(pupil.text());
        assertThat(cardholder.getMotherName().getGiven()).isEqualTo("Éva");
        assertThat(cardholder.getResidence().getSettlement()).isEqualTo("Győr");
    }

    @Test
    void a_step_says_no_with_a_fault() {
        var request = new GetCardholder();
        request.setEducationId(TestRegistry.freeId().text());
        request.setInstitutionCode(school.text());

        assertRefused(() -> call("cardholders", "find", request, GetCardholderResponse.class), Fault.PERSON_NOT_FOUND);
    }

    @Test
    void a_site_is_verified_or_not_W8() {
        var verification = call("cardSites", "verify", site("szeged"), VerifySiteResponse.class)
                .getVerification();
        assertThat(verification.isConfirmed()).isTrue();
        assertThat(verification.getSiteSerial()).isEqualTo("002");
        assertThat(verification.getSettlement()).isEqualTo("Szeged");

        var none = call("cardSites", "verify", site("Pécs"), VerifySiteResponse.class)
                .getVerification();
        assertThat(none.isConfirmed()).isFalse();
        assertThat(none.getSiteSerial()).isNull();
    }

    @Test
    void a_card_goes_its_way() {
        var order = new RequestCard();
        order.setEducationId(pupil.text());
        order.setInstitutionCode(school.text());
        order.setSiteSerial("001");
        order.setSettlement("Győr");
        order.setCardType(CardType.STUDENT);
        var requested = call("cardRequests", "request", order, RequestCardResponse.class)
                .getCardRequest();

        var issued = new ReportCardIssued();
        issued.setCardRequestId(requested.getCardRequestId());
        issued.setCardNumber("STEP0" + pupil.text());
        issued.setIssuedOn(TestRegistry.TODAY);
        issued.setValidUntil(TestRegistry.TODAY.plusYears(1));
        call("cardRequests", "issue", issued, Object.class);

        var withdrawn = new ReportCardWithdrawn();
        withdrawn.setCardNumber("STEP0" + pupil.text());
        withdrawn.setWithdrawnOn(TestRegistry.TODAY);
        withdrawn.setReason(WithdrawalReason.LOST);
        assertThat(call("cardRequests", "withdraw", withdrawn, ReportCardWithdrawnResponse.class)
                        .getCardRequest()
                        .getState())
                .isEqualTo(CardRequestState.WITHDRAWN);

        var question = new GetCardRequest();
        question.setCardRequestId(requested.getCardRequestId());
        var held = call("cardRequests", "find", question, GetCardRequestResponse.class)
                .getCardRequest();
        assertThat(held.getEducationId()).isEqualTo(pupil.text());
        assertThat(held.getCardNumber()).isEqualTo("STEP0" + pupil.text());
        assertThat(held.getWithdrawalReason()).isEqualTo(WithdrawalReason.LOST);
    }

    @Test
    void a_person_is_found_with_affiliations_and_verified_without_disclosure() {
        var request = new GetPerson();
        request.setEducationId(pupil.text());
        var found = call("personLookup", "find", request, GetPersonResponse.class);
        assertThat(found.getPerson().getEducationId()).isEqualTo(pupil.text());
        assertThat(found.getAffiliation()).singleElement().satisfies(affiliation -> {
            assertThat(affiliation.getInstitutionCode()).isEqualTo(school.text());
            assertThat(affiliation.getType()).isEqualTo(AffiliationType.COMPULSORY_STUDENT);
            assertThat(affiliation.isResponsible()).isTrue();
        });

        var claim = new VerifyPerson();
        claim.setEducationId(pupil.text());
        claim.setName(new PersonName());
        claim.getName().setGiven("anna");
        claim.setBirthPlace("győr");
        assertThat(call("personVerification", "verify", claim, VerifyPersonResponse.class)
                        .getVerification()
                        .getResult())
                .isEqualTo(VerificationResult.MATCH);
    }

    @Test
    void a_single_claim_which_could_be_guessed_is_refused_whoever_it_is_about() {
        for (var id : List.of(pupil, TestRegistry.freeId())) {
            var guess = new VerifyPerson();
            guess.setEducationId(id.text());
            guess.setBirthPlace("Győr");

            assertRefused(() -> call("personVerification", "verify", guess, VerifyPersonResponse.class), Fault.INVALID);
        }
    }

    @Test
    void an_institution_is_found_with_all_its_sites() {
        var request = new GetInstitution();
        request.setInstitutionCode(school.text());
        assertThat(call("institutionMaster", "find", request, GetInstitutionResponse.class)
                        .getInstitution()
                        .getAddress()
                        .getPostcode())
                .isEqualTo("9021");

        var sites = new ListSites();
        sites.setInstitutionCode(school.text());
        assertThat(call("institutionMaster", "sites", sites, ListSitesResponse.class)
                        .getSite())
                .extracting(site -> site.getSiteSerial() + site.isActive())
                .containsExactly("001true", "002true", "003false");
    }

    @Test
    void an_affiliation_is_ended() {
        var report = new EndAffiliation();
        report.setEducationId(pupil.text());
        report.setInstitutionCode(school.text());
        report.setType(AffiliationType.COMPULSORY_STUDENT);
        report.setEndDate(TestRegistry.TODAY);

        assertThat(call("affiliationEnds", "end", report, EndAffiliationResponse.class)
                        .getAffiliation()
                        .getEndDate())
                .isEqualTo(TestRegistry.TODAY);
    }

    private static void assertRefused(ThrowingCallable step, Fault fault) {
        assertThatExceptionOfType(CamelExecutionException.class)
                .isThrownBy(step)
                .havingCause()
                .isInstanceOfSatisfying(
                        FaultException.class,
                        refused -> assertThat(refused.fault()).isEqualTo(fault));
    }

    private VerifySite site(String settlement) {
        var request = new VerifySite();
        request.setInstitutionCode(school.text());
        request.setSettlement(settlement);
        return request;
    }

    private <T> T call(String step, String method, Object body, Class<T> answer) {
        var properties = Map.<String, Object>of(
                Reach.PROPERTY,
                new Reach(Scope.EVERYONE, null),
                Reach.PARTNER,
                "id-card-office",
                Reach.ASKER,
                "id-card-office");
        try (var template = camel.createFluentProducerTemplate()) {
            return Objects.requireNonNull(template.to("bean:" + step + "?method=" + method)
                    .withBody(body)
                    .withExchangeProperties(properties)
                    .request(answer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
