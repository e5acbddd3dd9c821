package dev.kapu.funding;

import static dev.kapu.registry.affiliation.AffiliationType.COMPULSORY_STUDENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * K22: somebody who asks for everything there is, in any order, while one person is added, moved, ends, or is merged with
 * another. Nothing that is told may differ.
 */
@HubTest
class HeadcountAttackTest {
    @Autowired
    private ApplicationContext hub;

    @Autowired
    private JdbcClient jdbc;

    private final Random dice = new Random(22);
    private TestRegistry registry;
    private InstitutionCode school;
    private InstitutionCode other;
    private EducationId pupil;
    private EducationId twin;
    private TestFunding funding;
    private LocalDate day;

    @BeforeEach
    void pupils() {
        registry = new TestRegistry(jdbc);
        school = registry.institution();
        other = registry.institution();
        funding = new TestFunding(hub);
        day = funding.referenceDate();
        pupil = pupilOf(school);
        twin = pupilOf(other);
        pupilOf(school);
    }

    @Test
    void nobody_is_found_by_asking_before_and_after() {
        var before = everything();
        assertThat(before).containsValue("[001 COMPULSORY_STUDENT 7 2]");

        pupilOf(school);
        assertThat(everything()).as("one was registered").isEqualTo(before);
        jdbc.sql("update affiliation set end_date = ? where education_id = ?")
                .params(day.minusDays(10), pupil.number())
                .update();
        assertThat(everything()).as("one had left").isEqualTo(before);
        registry.affiliate(pupil, other, COMPULSORY_STUDENT, day.minusDays(9), null, 20);
        assertThat(everything()).as("one had moved").isEqualTo(before);
        jdbc.sql("update affiliation set grade = '8', site_serial = '002' where education_id = ?")
                .param(pupil.number())
                .update();
        assertThat(everything()).as("grade and site were mended").isEqualTo(before);
        registry.merge(twin, pupil);
        assertThat(everything()).as("two were one").isEqualTo(before);
    }

    @Test
    void sums_of_narrow_questions_are_the_wide_ones_and_nothing_more() {
        var all = ask(school, day, Headcounts.Filter.ALL);

        var bySite = Stream.of("001", "002", "003")
                .flatMap(site -> Stream.of(AffiliationType.values())
                        .flatMap(type ->
                                ask(school, day, new Headcounts.Filter(new SiteSerial(site), type, null)).stream()))
                .toList();

        assertThat(bySite).isEqualTo(all);
    }

    private EducationId pupilOf(InstitutionCode institution) {
        var id = registry.person();
        registry.affiliate(id, institution, COMPULSORY_STUDENT, day.minusYears(1), null, 20);
        return id;
    }

    /** All questions about both schools, by day asked about, on days from before to long after, in random order. */
    private Map<String, String> everything() {
        var questions = new ArrayList<Runnable>();
        var told = new TreeMap<String, String>();
        for (var institution : List.of(school, other)) {
            for (int shift = -3; shift <= 3; shift++) {
                var about = day.plusDays(shift);
                for (var filter : filters()) {
                    questions.add(() -> told.put(
                            (institution.equals(school) ? "school " : "other ") + about + " " + filter,
                            answer(institution, about, filter)));
                }
            }
        }
        Collections.shuffle(questions, dice);
        questions.forEach(Runnable::run);
        return told;
    }

    private String answer(InstitutionCode institution, LocalDate about, Headcounts.Filter filter) {
        try {
            return ask(institution, about, filter).toString();
        } catch (FaultException refused) {
            return refused.fault().code() + " " + refused.where();
        }
    }

    private List<String> ask(InstitutionCode institution, LocalDate about, Headcounts.Filter filter) {
        return TestFunding.lines(funding.on(day.plusDays(16 + dice.nextInt(80))).of(institution, about, filter));
    }

    private static List<Headcounts.Filter> filters() {
        var filters = new ArrayList<Headcounts.Filter>();
        for (@Nullable SiteSerial site : Arrays.asList(null, new SiteSerial("001"), new SiteSerial("002"))) {
            for (@Nullable AffiliationType type : Arrays.asList(null, COMPULSORY_STUDENT)) {
                for (@Nullable Integer grade : Arrays.asList(null, 7, 8)) {
                    filters.add(new Headcounts.Filter(site, type, grade));
                }
            }
        }
        return filters;
    }
}
