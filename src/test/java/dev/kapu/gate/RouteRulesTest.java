package dev.kapu.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.HubTest;
import dev.kapu.start.Home;
import dev.kapu.start.StartupProblem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.builder.NoErrorHandlerBuilder;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.xml.in.ModelParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Attempts to lead data past the gate by editing a route file. */
@HubTest
class RouteRulesTest {
    private static final String LOOKUP = """
            <route id="lookup"><from uri="kapu:IdCards/getCardholder"/>\
            <bean ref="cardholders" method="find"/>%s</route>""";

    @Autowired
    RouteRules rules;

    @Autowired
    RouteFiles files;

    @Autowired
    KapuComponent kapu;

    @Autowired
    ModelCamelContext camel;

    @Test
    void the_routes_as_delivered_keep_the_rules() {
        assertThatCode(() -> rules.check(files.readAll())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<to uri=\"file:target/leak\"/>",
                "<to uri=\"jms:queue:kapu.out.admissions\"/>",
                "<toD uri=\"http://127.0.0.1:9/${body}\"/>",
                "<wireTap uri=\"jms:queue:kapu.out.admissions\"/>",
                "<log message=\"${body}\"/>",
                "<setProperty name=\"kapu.reach\"><constant>everyone</constant></setProperty>",
                "<bean beanType=\"java.lang.Runtime\" method=\"exit\"/>",
                "<bean ref=\"cardholders\" method=\"find(${body}, null)\"/>",
                "<bean ref=\"cardholders\" method=\"hashCode\"/>",
                "<bean ref=\"cardholders\" method=\"none\"/>",
                "<bean ref=\"cardholders\"/>",
                "<bean ref=\"dataSource\" method=\"getConnection\"/>",
                "<bean ref=\"groupCommitRecorder\" method=\"latest\"/>",
                "<process ref=\"cardholders\"/>",
                "<script><simple>${body}</simple></script>",
                "<onException><exception>java.lang.Exception</exception><to uri=\"file:target/leak\"/></onException>",
                "<doTry><to uri=\"file:target/leak\"/></doTry>",
            })
    void a_served_operation_leads_nowhere_but_back_through_the_gate(String step) {
        assertRefused(LOOKUP.formatted(step), "lookup has a step that is no bean of a system");
    }

    @Test
    void an_operation_writes_because_a_step_of_it_changes_the_registry() {
        var plan = rules.check(files.readAll());

        assertThat(plan.writing())
                .containsExactlyInAnyOrder(
                        "IdCards/requestCard",
                        "IdCards/reportCardIssued",
                        "IdCards/reportCardWithdrawn",
                        "InstitutionMaster/amendInstitution",
                        "Affiliations/startAffiliation",
                        "Affiliations/cancelAffiliation",
                        "Affiliations/handOver",
                        "Affiliations/endAffiliation",
                        "Registration/submit",
                        "Amendments/submitAmendments",
                        "Submissions/signSubmission",
                        "Submissions/withdraw",
                        "Affiliations/submitAffiliations",
                        "Submissions/confirmAuthentication",
                        "Submissions/accept",
                        "Submissions/refuse",
                        "Submissions/registerSigner",
                        "Submissions/revokeSigner",
                        "Workbooks/importWorkbook",
                        "Reviews/suspectDouble",
                        "Reviews/decideReview",
                        "Funding/requestInspection",
                        "Funding/closeInspection",
                        "Credentials/requestSecret",
                        "Credentials/collectSecretLetters");
        assertThat(plan.secret()).containsExactly("Credentials/collectSecretLetters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?writes=false", "?writes=true", "?writes"})
    void no_route_says_whether_an_operation_writes(String parameter) {
        assertRefused(
                "<route id=\"r\"><from uri=\"kapu:IdCards/requestCard" + parameter + "\"/>"
                        + "<bean ref=\"cardRequests\" method=\"request\"/></route>",
                "route r comes from kapu:IdCards/requestCard?writes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "direct:a",
                "timer:t",
                "jms:queue:kapu.requests.IdCards",
                "jms:queue:kapu.in.school-program?transacted=false",
                "file:data",
                "kapu:IdCards/getCardholder?bridgeErrorHandler=true",
            })
    void nothing_reaches_a_system_from_a_way_in_that_is_not_the_gate(String uri) {
        assertRefused(
                "<route id=\"walk-around\"><from uri=\"" + uri
                        + "\"/><bean ref=\"cardholders\" method=\"find\"/></route>",
                "walk-around");
    }

    @Test
    void events_go_to_their_partners_queue_and_to_no_other() {
        assertRefused(
                "<route id=\"e\"><from uri=\"kapu:events/id-card-office\"/>"
                        + "<to uri=\"jms:queue:kapu.out.admissions\"/></route>",
                "route e may only go to jms:queue:kapu.out.id-card-office");
    }

    @Test
    void a_queue_message_enters_as_the_owner_of_its_queue_and_as_nobody_else() {
        assertRefused(
                "<route id=\"q\"><from uri=\"jms:queue:kapu.in.school-program\"/>"
                        + "<to uri=\"kapu:Affiliations/endAffiliation?partner=registry-office\"/></route>",
                "route q must enter the gate as school-program");
    }

    @Test
    void a_route_for_an_operation_that_no_contract_has_is_named() {
        assertRefused(
                "<route id=\"r\"><from uri=\"kapu:IdCards/getSecrets\"/>"
                        + "<bean ref=\"cardholders\" method=\"find\"/></route>",
                "route r serves IdCards/getSecrets, which no WSDL has");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "autoStartup=\"false\"",
                "precondition=\"{{never}}\"",
                "errorHandlerRef=\"elsewhere\"",
                "routePolicyRef=\"stopAtNight\"",
                "routeConfigurationId=\"other\"",
                "trace=\"true\"",
                "messageHistory=\"true\"",
                "streamCache=\"true\"",
                "delayer=\"1000\"",
                "startupOrder=\"1\"",
                "shutdownRoute=\"Defer\"",
                "shutdownRunningTask=\"CompleteAllTasks\"",
            })
    void a_route_has_no_settings(String setting) {
        assertRefused(
                LOOKUP.formatted("").replace("id=\"lookup\"", "id=\"lookup\" " + setting),
                "route lookup uses " + setting.replaceFirst("=.*", ""));
    }

    @Test
    void a_failed_message_is_led_nowhere() {
        assertRefused(
                "<route id=\"q\"><errorHandler><deadLetterChannel deadLetterUri=\"file:target/leak\"/></errorHandler>"
                        + "<from uri=\"jms:queue:kapu.in.school-program\"/>"
                        + "<to uri=\"kapu:Affiliations/endAffiliation?partner=school-program\"/></route>",
                "route q uses <errorHandler>, <deadLetterChannel>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<onException><exception>java.lang.Exception</exception></onException>",
                "<intercept><to uri=\"file:target/leak\"/></intercept>",
                "<onCompletion><to uri=\"file:target/leak\"/></onCompletion>",
            })
    void nothing_else_runs_beside_a_step(String beside) {
        assertRefused(
                "<route id=\"e\"><from uri=\"kapu:events/id-card-office\"/>" + beside
                        + "<to uri=\"jms:queue:kapu.out.id-card-office\"/></route>",
                "route e uses " + beside.substring(0, beside.indexOf('>') + 1));
    }

    @Test
    void a_step_is_what_it_looks_like() {
        assertRefused(
                "<route id=\"e\"><from uri=\"kapu:events/id-card-office\"/>"
                        + "<to uri=\"jms:queue:kapu.out.id-card-office\" disabled=\"true\"/></route>",
                "route e uses disabled");
    }

    @Test
    void a_queue_is_emptied_by_one_route_and_events_are_taken_by_one() {
        var inbound = "<route id=\"%s\"><from uri=\"jms:queue:kapu.in.school-program\"/>"
                + "<to uri=\"kapu:Affiliations/endAffiliation?partner=school-program\"/></route>";
        assertRefused(
                inbound.formatted("a") + inbound.formatted("b"),
                "routes a and b both empty the queue of school-program");
        var events = "<route id=\"%s\"><from uri=\"kapu:events/id-card-office\"/>"
                + "<to uri=\"jms:queue:kapu.out.id-card-office\"/></route>";
        assertRefused(
                events.formatted("a") + events.formatted("b"), "routes a and b both take the events of id-card-office");
    }

    @Test
    void whoever_may_have_events_needs_a_route_for_them() {
        assertRefused(
                LOOKUP.formatted(""),
                "no route leads from kapu:events/id-card-office to its queue, though id-card-office holds a grant");
    }

    @Test
    void a_file_that_breaks_a_rule_stops_the_start_before_anything_is_seeded_or_served(@TempDir Path home)
            throws Exception {
        Files.createDirectory(home.resolve("routes"));
        Files.writeString(
                home.resolve("routes/bad.camel.xml"), xml(LOOKUP.formatted("<to uri=\"file:target/leak\"/>")));
        var doors = new Doors();
        var start = new RouteFiles(new Home(List.of(home)), rules, kapu, doors);

        assertThatThrownBy(start::afterPropertiesSet)
                .isInstanceOf(StartupProblem.class)
                .hasMessageContaining("lookup has a step that is no bean of a system");
        assertThat(doors.plan()).isEmpty();
    }

    @Test
    void a_file_that_is_no_route_file_is_named(@TempDir Path home) throws Exception {
        Files.createDirectory(home.resolve("routes"));
        var start = new RouteFiles(new Home(List.of(home)), rules, kapu, new Doors());

        for (var text : List.of("<routes>", "<rest xmlns=\"" + RouteFiles.NAMESPACE + "\"/>")) {
            Files.writeString(home.resolve("routes/bad.camel.xml"), text);

            assertThatThrownBy(start::afterPropertiesSet)
                    .isInstanceOf(StartupProblem.class)
                    .hasMessageContaining("routes/bad.camel.xml cannot be read: ");
        }
    }

    @Test
    void no_route_has_an_error_handler_of_camels() {
        assertThat(camel.getRouteDefinitions())
                .isNotEmpty()
                .allSatisfy(
                        route -> assertThat(route.getErrorHandlerFactory()).isInstanceOf(NoErrorHandlerBuilder.class));
    }

    @Test
    void an_operation_without_a_route_and_one_with_two_are_named() {
        assertRefused(LOOKUP.formatted("") + LOOKUP.formatted(""), "both serve IdCards/getCardholder");
        assertRefused(LOOKUP.formatted(""), "no route serves IdCards/verifySite");
    }

    private void assertRefused(String routes, String sentence) {
        assertThatThrownBy(() -> rules.check(parse(routes)))
                .isInstanceOf(StartupProblem.class)
                .hasMessageContaining(sentence);
    }

    private static String xml(String routes) {
        return "<routes xmlns=\"" + RouteFiles.NAMESPACE + "\">" + routes + "</routes>";
    }

    private static List<RouteDefinition> parse(String routes) throws Exception {
        var bytes = xml(routes).getBytes(StandardCharsets.UTF_8);
        return new ModelParser(new ByteArrayInputStream(bytes), RouteFiles.NAMESPACE)
                .parseRoutesDefinition()
                .orElseThrow()
                .getRoutes();
    }
}
