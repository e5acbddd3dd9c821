package dev.kapu.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.PartnerClient;
import dev.kapu.pki.DevelopmentCredentials;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service over HTTP (K25). */
@HubTest
class StatisticsServiceTest {
    /** Girls and boys in grades 10 to 13; many groups are small. */
    private static final int[][] PUPILS = {{14, 3}, {2, 11}, {7, 6}, {1, 20}};

    private static final Pattern COUNT = Pattern.compile("<count>([0-9]+)</count>");

    @LocalServerPort
    int port;

    @Autowired
    DevelopmentCredentials credentials;

    @Autowired
    ApplicationContext hub;

    @Autowired
    JdbcClient jdbc;

    private TestCohorts cohorts;
    private LocalDate term;

    @BeforeEach
    void pupils() {
        cohorts = new TestCohorts(hub);
        for (int grade = 0; grade < PUPILS.length; grade++) {
            cohorts.enter(PUPILS[grade][0], PUPILS[grade][1], Integer.toString(grade + 10));
        }
        term = cohorts.counted(cohorts.autumn());
    }

    @Test
    void terms_a_group_a_table_and_a_cohort_are_told_and_the_record_names_no_person() {
        assertThat(ask("statistics-office", "<listTerms xmlns='urn:kapu:statistics:v1'/>"))
                .contains("<term>" + term + "</term><latest>true</latest>");
        assertThat(group("")).contains("<count>65</count>");
        var table = ask("statistics-office", """
                <getTable xmlns='urn:kapu:statistics:v1'><term>%s</term><filter><entryYear>%d</entryYear></filter>\
                <by>grade</by></getTable>""".formatted(term, cohorts.entryYear()));
        assertThat(table)
                .contains("<grade>13</grade><count>20</count>", "<grade>12</grade><count>15</count>")
                .contains("<grade>11</grade><count>15</count>", "<grade>10</grade><suppressed>true</suppressed>");
        assertThat(ask("statistics-office", """
                <getCohort xmlns='urn:kapu:statistics:v1'><entryYear>%d</entryYear></getCohort>""".formatted(cohorts.entryYear())))
                .contains("<outcome>new</outcome><count>65</count>");
        assertThat(jdbc.sql("select bool_and(persons = '{}') from disclosure where operation like 'Statistics/%'")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void too_fine_a_question_is_refused_and_the_refusal_is_on_the_record() {
        assertThat(group("<sex>female</sex>YEAR<grade>11</grade>")).contains("Client.Statistics.TooFine");

        assertThat(jdbc.sql(
                                "select reason from disclosure where operation = 'Statistics/getGroup' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("Client.Statistics.TooFine");
    }

    @Test
    void what_is_no_term_no_value_or_twice_the_same_dimension_is_a_fault() {
        assertThat(ask("statistics-office", """
                <getGroup xmlns='urn:kapu:statistics:v1'><term>2001-01-01</term></getGroup>""")).contains("Client.Statistics.TermNotFound");
        assertThat(ask("statistics-office", """
                <getGroup xmlns='urn:kapu:statistics:v1'><term>%s</term><filter><entryYear>1950</entryYear></filter>\
                </getGroup>""".formatted(term))).contains("Client.Statistics.ValueUnknown");
        assertThat(group("<grade>15</grade>")).contains("Client.Message.Invalid");
        assertThat(ask("statistics-office", """
                <getTable xmlns='urn:kapu:statistics:v1'><term>%s</term><by>sex</by><by>sex</by></getTable>""".formatted(term))).contains("Client.Message.Invalid");
    }

    @Test
    void a_school_year_of_nobody_is_refused_in_words_that_fit_a_cohort_which_has_neither_filter_nor_term() {
        assertThat(ask("statistics-office", """
                <getCohort xmlns='urn:kapu:statistics:v1'><entryYear>1950</entryYear></getCohort>"""))
                .contains("Client.Statistics.ValueUnknown", "(entryYear)")
                .doesNotContain("filter", "this term");
    }

    @Test
    void nobody_else_gets_statistics() {
        for (var partner : List.of("school-program", "registry-office", "funding-control")) {
            assertThat(ask(partner, "<listTerms xmlns='urn:kapu:statistics:v1'/>"))
                    .contains("Client.Permission.NotPermitted");
        }
    }

    @Test
    void somebody_who_asks_for_whatever_differs_a_little_isolates_nobody() {
        var dice = new Random(25);
        var attacker = new Attacker(IntStream.range(0, 8)
                .map(column -> PUPILS[column / 2][column % 2])
                .toArray());
        var told = new ArrayList<BitSet>();
        told.add(BitSet.valueOf(new long[] {0xff}));
        attacker.learns(told.get(0));
        // At worst, all grades are known.
        for (int grade = 0; grade < PUPILS.length; grade++) {
            var both = new BitSet();
            both.set(2 * grade, 2 * grade + 2);
            attacker.learns(both);
        }
        for (int question = 0; question < 60; question++) {
            var group = (BitSet) told.get(dice.nextInt(told.size())).clone();
            int from = dice.nextInt(8);
            group.flip(from, Math.min(8, from + 1 + dice.nextInt(3)));
            var rectangle = rectangle(group);
            if (!rectangle.isEmpty() && COUNT.matcher(group(filter(rectangle))).find()) {
                told.add(rectangle);
                attacker.learns(rectangle);
            }
        }

        assertThat(told).hasSizeGreaterThan(3);
        assertThat(attacker.isolated(10)).isEmpty();
    }

    /** Filters can say only: these grades, and these sexes. */
    private static BitSet rectangle(BitSet group) {
        var grades = group.stream().map(column -> column / 2).boxed().collect(Collectors.toSet());
        var sexes = group.stream().map(column -> column % 2).boxed().collect(Collectors.toSet());
        var rectangle = new BitSet();
        IntStream.range(0, 8)
                .filter(column -> grades.contains(column / 2) && sexes.contains(column % 2))
                .forEach(rectangle::set);
        return rectangle;
    }

    private static String filter(BitSet rectangle) {
        var sexes = rectangle.stream()
                .map(column -> column % 2)
                .distinct()
                .sorted()
                .mapToObj(sex -> sex == 0 ? "<sex>female</sex>" : "<sex>male</sex>")
                .collect(Collectors.joining());
        var grades = rectangle.stream()
                .map(column -> column / 2 + 10)
                .distinct()
                .mapToObj(grade -> "<grade>" + grade + "</grade>")
                .collect(Collectors.joining());
        return sexes + "YEAR" + grades;
    }

    private String group(String filter) {
        var year = "<entryYear>" + cohorts.entryYear() + "</entryYear>";
        // The elements of a filter have an order.
        var whole = filter.contains("YEAR") ? filter.replace("YEAR", year) : year + filter;
        return ask("statistics-office", """
                <getGroup xmlns='urn:kapu:statistics:v1'><term>%s</term><filter>%s</filter></getGroup>""".formatted(term, whole));
    }

    /** Without prefixes. */
    private String ask(String partner, String body) {
        return new PartnerClient(port, credentials, partner)
                .ask("Statistics", PartnerClient.envelope("office", Map.of("body", body)))
                .body()
                .replaceAll("(</?)\\w+:", "$1");
    }
}
