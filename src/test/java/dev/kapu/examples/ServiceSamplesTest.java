package dev.kapu.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.pki.DevelopmentCredentials;
import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What the pages of the services show is what is sent, answered and told. */
@HubTest
class ServiceSamplesTest {
    @Autowired
    private ApplicationContext hub;

    @Autowired
    private DevelopmentCredentials credentials;

    @Autowired
    private ConnectionFactory broker;

    @TempDir
    private Path directory;

    private final GuideSamples samples = new GuideSamples(Docs.pages());
    private final SoftAssertions softly = new SoftAssertions();

    @Test
    void every_sample_is_answered_and_every_event_told_as_shown() {
        var country = new Country(hub);
        var stage = new Stage(country, samples, softly);
        var cards = new CardScene(stage);
        cards.play();
        new SubmissionScene(stage, new Head(credentials, directory)).play();
        new ReportScene(stage).play();
        new RegistryScene(stage).play();
        new StaffScene(stage).play(hub);
        new AdmissionScene(stage).play();
        new ExamScene(stage).play();
        new NumberScene(stage).play(hub);
        new EventScene(country).play(hub, cards);
        EventSamples.in(Docs.EVENTS)
                .all()
                .forEach(event -> softly.assertThatCode(() -> EventSamples.check(event, broker))
                        .doesNotThrowAnyException());

        softly.assertAll();
        assertThat(samples.checked()).containsExactlyInAnyOrderElementsOf(samples.names());
    }

    @Test
    void a_report_that_does_not_say_in_whose_name_it_is_made_is_refused_as_the_guide_says() {
        String[] left = {"person", "71234567897", "type", "compulsory-student", "end", Country.YESTERDAY};

        var answer = new Country(hub).school().sendsForNobody("end-affiliation", left);

        assertThat(answer.refusal()).isEqualTo("Client.Header.Missing");
    }
}
