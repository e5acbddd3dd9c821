package dev.kapu.submission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.registry.Address;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.Finding;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.amendment.TestAmendment;
import dev.kapu.registry.movement.MovementReport;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same content once more after the first was decided: another submission, and nothing is done twice. */
@HubTest
class DecidedContentAgainTest {
    @Autowired
    private Submissions submissions;

    @Autowired
    private ApplicationContext hub;

    @Autowired
    private JdbcClient jdbc;

    private TestRegistry registry;
    private InstitutionCode school;
    private SentForms forms;

    @BeforeEach
    void school() {
        registry = new TestRegistry(jdbc);
        school = registry.institution();
        forms = new SentForms(hub, school);
    }

    @Test
    void whom_the_first_registered_the_second_finds_registered_K2() {
        var pupil = TestEntries.pupil(school);
        var first = forms.accepted(Purpose.REGISTRATION, pupil);

        var again = forms.sent(Purpose.REGISTRATION, List.of(pupil));

        assertThat(again.number()).isNotEqualTo(first.number());
        assertThat(again.hash()).isEqualTo(first.hash());
        assertThat(forms.only(again).outcome()).isEqualTo(Outcome.ALREADY_REGISTERED);
        assertThat(forms.only(first).outcome()).isEqualTo(Outcome.REGISTERED);
    }

    @Test
    void what_the_first_started_the_second_would_overlap_K11() {
        var id = registry.personAt(registry.institution(), AffiliationType.COMPULSORY_STUDENT);
        var start = dormitory(id);
        var first = forms.accepted(Purpose.AFFILIATION, start);

        var again = forms.sent(Purpose.AFFILIATION, List.of(start));

        assertThat(forms.only(first).outcome()).isEqualTo(Outcome.RECORDED);
        assertThat(forms.only(again).findings()).extracting(Finding::fault).containsExactly(Fault.AFFILIATION_OVERLAPS);
        assertThat(count("affiliation", id)).isEqualTo(2);
    }

    @Test
    void what_the_first_amended_the_second_finds_so_and_changes_nothing_K12() {
        var id = registry.personAt(school, AffiliationType.COMPULSORY_STUDENT);
        var move = new Entry.Change(null, TestAmendment.move(id, new Address("HU", "7621", "Pécs", "Király u. 2.")));
        forms.accepted(Purpose.AMENDMENT, move);

        var again = forms.accepted(Purpose.AMENDMENT, move);

        assertThat(forms.only(again).outcome()).isEqualTo(Outcome.AMENDED);
        assertThat(jdbc.sql("select count(*) from history where education_id = ? and kind = 'amended'")
                        .param(id.number())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void one_form_amends_a_person_six_times_and_not_more() {
        var id = registry.personAt(school, AffiliationType.COMPULSORY_STUDENT);
        var move = new Entry.Change(null, TestAmendment.move(id, new Address("HU", "7621", "Pécs", "Király u. 2.")));

        var found = submissions.validate(forms.order(Purpose.AMENDMENT), Collections.nCopies(7, move), forms.reach());

        assertThat(found.subList(0, 6)).extracting(EntryOutcome::outcome).containsOnly(Outcome.PENDING);
        assertThat(found.get(6).findings()).containsExactly(new Finding("educationId", Fault.AMENDED_OFTEN));
    }

    private NewAffiliation at(AffiliationType type) {
        return new NewAffiliation(
                school, new SiteSerial("001"), type, TestRegistry.TODAY, BigDecimal.valueOf(14), null, null);
    }

    private Entry dormitory(EducationId id) {
        return new Entry.Movement(null, new MovementReport.Start(id, TestRegistry.BORN, at(AffiliationType.DORMITORY)));
    }

    private int count(String table, EducationId id) {
        return jdbc.sql("select count(*) from " + table + " where education_id = ?")
                .param(id.number())
                .query(Integer.class)
                .single();
    }
}
