package dev.kapu.gate;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.HubTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.apache.camel.xml.in.ModelParser;
import org.junit.jupiter.api.Test;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "direct:a",
                "timer:t",
                "jms:queue:kapu.requests.IdCards",
                "jms:queue:kapu.in.school-program?transacted=false",
                "file:data",
                "kapu:IdCards/getCardholder?writes=true&amp;bridgeErrorHandler=true",
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

    @Test
    void an_operation_without_a_route_and_one_with_two_are_named() {
        assertRefused(LOOKUP.formatted("") + LOOKUP.formatted(""), "both serve IdCards/getCardholder");
        assertRefused(LOOKUP.formatted(""), "no route serves IdCards/verifySite");
    }

    private void assertRefused(String routes, String sentence) {
        assertThatThrownBy(() -> rules.check(parse(routes)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(sentence);
    }

    private static java.util.List<org.apache.camel.model.RouteDefinition> parse(String routes) throws Exception {
        var xml = "<routes xmlns=\"" + RouteFiles.NAMESPACE + "\">" + routes + "</routes>";
        return new ModelParser(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), RouteFiles.NAMESPACE)
                .parseRoutesDefinition()
                .orElseThrow()
                .getRoutes();
    }
}
