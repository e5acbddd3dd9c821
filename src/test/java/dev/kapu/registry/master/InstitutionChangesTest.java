package dev.kapu.registry.master;

import static dev.kapu.registry.TestRegistry.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.Address;
import dev.kapu.registry.Coordinates;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.institution.Institution;
import dev.kapu.registry.institution.Institutions;
import dev.kapu.registry.master.InstitutionAmendment.SiteAmendment;
import dev.kapu.registry.responsibility.Responsibilities;
import dev.kapu.registry.responsibility.Responsible.Because;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** K26: a change is reported once and runs through all systems. */
@HubTest
@RecordApplicationEvents
class InstitutionChangesTest {
    private static final Address SZEGED = new Address("HU", "6720", "Szeged", "Tisza u. 4.");

    @Autowired
    private InstitutionChanges changes;

    @Autowired
    private Institutions institutions;

    @Autowired
    private Responsibilities responsibilities;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEvents events;

    private TestRegistry registry;
    private InstitutionCode school;

    @BeforeEach
    void school() {
        registry = new TestRegistry(jdbc);
        school = registry.institution();
    }

    @Test
    void name_and_sites_change_at_once_and_the_history_says_how_it_was() {
        var change = changes.amend(
                        new InstitutionAmendment(
                                school,
                                TODAY,
                                "Új Iskola",
                                null,
                                null,
                                null,
                                null,
                                List.of(
                                        closed("002"),
                                        new SiteAmendment(new SiteSerial("004"), "Új telephely", SZEGED, null, null))),
                        "registry-office")
                .orElseThrow();

        assertThat(institutions.find(school).name()).isEqualTo("Új Iskola");
        assertThat(institutions.find(school).validFrom()).isEqualTo(TODAY);
        assertThat(institutions.sites(school))
                .extracting(site -> site.serial().text() + site.active())
                .containsExactly("001true", "002false", "003false", "004true");
        assertThat(change.fields())
                .contains(
                        new InstitutionChange.Field("name", "Próba Iskola", "Új Iskola"),
                        new InstitutionChange.Field("002.active", "true", "false"),
                        new InstitutionChange.Field("004.address.settlement", null, "Szeged"))
                .noneMatch(field -> field.name().startsWith("001"));
        assertThat(events.stream(InstitutionChanged.class)
                        .filter(event -> event.institutionCode().equals(school.text())))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.change()).isEqualTo(change.number());
                    assertThat(event.siteSerials()).containsExactly("002", "004");
                    assertThat(event.subject().isPerson()).isFalse();
                });
    }

    @Test
    void a_new_site_that_is_not_described_in_full_changes_nothing() {
        var half = new InstitutionAmendment(
                school,
                TODAY,
                "Új Iskola",
                null,
                null,
                null,
                null,
                List.of(new SiteAmendment(new SiteSerial("004"), "Új telephely", null, null, null)));

        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> changes.amend(half, "registry-office"))
                .extracting(FaultException::fault)
                .isEqualTo(Fault.SITE_INCOMPLETE);

        assertThat(institutions.find(school).name()).isEqualTo("Próba Iskola");
        assertThat(institutions.sites(school)).hasSize(3);
    }

    @Test
    void what_is_so_already_is_no_change_and_told_to_nobody() {
        assertThat(changes.amend(named("Iskola"), "registry-office")).isPresent();

        var again = changes.amend(named("Iskola"), "registry-office");

        assertThat(again).isEmpty();
        assertThat(events.stream(InstitutionChanged.class)
                        .filter(event -> event.institutionCode().equals(school.text())))
                .hasSize(1);
    }

    @Test
    void changes_are_read_in_their_order_and_none_is_left_out_though_many_come_at_once() {
        var from = Instant.now();
        var first = changes.since(from, 1).size();
        var done = IntStream.range(0, 6)
                .mapToObj(n ->
                        CompletableFuture.supplyAsync(() -> changes.amend(named("Iskola " + n), "registry-office")
                                .orElseThrow()
                                .number()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        var lowest = done.stream().min(Long::compare).orElseThrow();
        var read = changes.after(lowest - 1, 100).stream()
                .map(InstitutionChange::number)
                .toList();

        assertThat(first).isZero();
        assertThat(read).containsAll(done).isSorted().doesNotHaveDuplicates();
        assertThat(changes.after(lowest, 2)).hasSize(2);
        assertThat(changes.since(from, 100))
                .extracting(InstitutionChange::number)
                .containsAll(done);
    }

    @Test
    void where_a_site_moves_the_nearer_institution_answers_from_then_on_K7() {
        var other = registry.institution();
        var id = registry.personAt(school, AffiliationType.STUDENT);
        registry.affiliate(id, other, AffiliationType.STUDENT, TODAY, null, 20);
        jdbc.sql(
                        "update person set residence_postcode = 'T902', residence_settlement = 'Mintafalva' where education_id = ?")
                .param(id.number())
                .update();
        jdbc.sql("insert into place values ('HU', 'T902', 'Mintafalva', 47.5, 19.0) on conflict do nothing")
                .update();
        changes.amend(moved(school, new Coordinates(47.6, 19.0)), "registry-office");

        changes.amend(moved(other, new Coordinates(47.51, 19.0)), "registry-office");

        assertThat(registry.responsible(id)).isEqualTo(other.text());
        assertThat(responsibilities
                        .of(id, new Reach(Scope.EVERYONE, null))
                        .orElseThrow()
                        .because())
                .isInstanceOf(Because.Nearer.class);
    }

    @Test
    void a_site_that_moves_without_coordinates_is_in_the_middle_of_its_new_settlement_K7() {
        var other = registry.institution();
        var id = registry.personAt(school, AffiliationType.STUDENT);
        registry.affiliate(id, other, AffiliationType.STUDENT, TODAY, null, 20);
        jdbc.sql(
                        "update person set residence_postcode = 'T903', residence_settlement = 'Közelfalva' where education_id = ?")
                .param(id.number())
                .update();
        jdbc.sql(
                        "insert into place values ('HU', 'T903', 'Közelfalva', 47.5, 19.0), ('HU', 'T904', 'Távolfalva', 46.0, 21.0)"
                                + " on conflict do nothing")
                .update();
        changes.amend(moved(school, new Coordinates(47.5, 19.0)), "registry-office");
        changes.amend(moved(other, new Coordinates(47.6, 19.0)), "registry-office");
        assertThat(registry.responsible(id)).isEqualTo(school.text());

        changes.amend(moved(school, new Address("HU", "T904", "Távolfalva", "Fő u. 1.")), "registry-office");

        assertThat(registry.responsible(id)).isEqualTo(other.text());

        changes.amend(moved(school, new Address("HU", "9999", "Nincs a jegyzékben", "Fő u. 1.")), "registry-office");

        assertThat(responsibilities
                        .of(id, new Reach(Scope.EVERYONE, null))
                        .orElseThrow()
                        .because())
                .isNotInstanceOf(Because.Nearer.class);
    }

    @Test
    void a_kind_at_which_somebody_cannot_be_what_he_is_is_refused_with_their_number_K6_K7() {
        registry.personAt(school, AffiliationType.COMPULSORY_STUDENT);
        registry.personAt(school, AffiliationType.MAIN_EMPLOYMENT);
        var left = registry.person();
        registry.affiliate(left, school, AffiliationType.STUDENT, TODAY.minusYears(1), TODAY.minusDays(1), 20);

        assertThatThrownBy(() -> changes.amend(of(Institution.Kind.DORMITORY), "registry-office"))
                .isInstanceOfSatisfying(FaultException.class, no -> {
                    assertThat(no.fault()).isEqualTo(Fault.KIND_IN_USE);
                    assertThat(no.where()).isEqualTo("1");
                });

        assertThat(institutions.find(school).kind()).isEqualTo(Institution.Kind.PRIMARY);
        assertThat(changes.amend(of(Institution.Kind.VOCATIONAL), "registry-office"))
                .as("compulsory schooling goes on there")
                .isPresent();
    }

    private InstitutionAmendment of(Institution.Kind kind) {
        return new InstitutionAmendment(school, TODAY, null, kind, null, null, null, List.of());
    }

    private static InstitutionAmendment moved(InstitutionCode institution, Address to) {
        return new InstitutionAmendment(
                institution,
                TODAY,
                null,
                null,
                null,
                null,
                null,
                List.of(new SiteAmendment(new SiteSerial("001"), null, to, null, null)));
    }

    private InstitutionAmendment named(String name) {
        return new InstitutionAmendment(school, TODAY, name, null, null, null, null, List.of());
    }

    private static InstitutionAmendment moved(InstitutionCode institution, Coordinates to) {
        return new InstitutionAmendment(
                institution,
                TODAY,
                null,
                null,
                null,
                null,
                null,
                List.of(new SiteAmendment(new SiteSerial("001"), null, null, to, null)));
    }

    private static SiteAmendment closed(String serial) {
        return new SiteAmendment(new SiteSerial(serial), null, null, null, false);
    }
}
