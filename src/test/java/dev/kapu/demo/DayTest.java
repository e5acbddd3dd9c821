package dev.kapu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.Patience;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
@Timeout(180)
class DayTest {
    private static final long PATIENCE = Patience.MILLIS;
    private static final Speed FAST = new Speed(1e9);

    private final List<String> told = new CopyOnWriteArrayList<>();

    @Test
    void a_scene_that_fails_says_which_partner_and_which_code_and_the_day_goes_on(CapturedOutput output)
            throws Exception {
        var scenes = List.of(
                Scene.at(7, "First", () -> {
                    throw new Setback("school-program", "Client.Person.NotFound");
                }),
                Scene.at(8, "Second", () -> {
                    throw new IOException("Nagy Anna is unknown");
                }),
                Scene.at(9, "Third", () -> "done"));

        new Day(scenes, FAST, told::add).once(1);

        assertThat(output)
                .contains(
                        "07:00 First: not to its end. school-program: Client.Person.NotFound",
                        "08:00 Second: not to its end. IOException",
                        "09:00 Third: done")
                .doesNotContain("Nagy Anna");
        assertThat(told).hasSize(3).last().isEqualTo("09:00 Third: done");
    }

    @Test
    void days_follow_each_other_until_the_hub_stops() throws Exception {
        var threeTimes = new CountDownLatch(3);
        var day = new Thread(new Day(
                List.of(Scene.at(7, "Morning", () -> {
                    threeTimes.countDown();
                    return "";
                })),
                FAST,
                told::add));

        day.start();

        assertThat(threeTimes.await(PATIENCE, TimeUnit.MILLISECONDS)).isTrue();
        day.interrupt();
        day.join(PATIENCE);
        assertThat(day.isAlive()).isFalse();
    }

    @Test
    void a_scene_that_the_stop_of_the_hub_breaks_off_is_no_news(CapturedOutput output) throws Exception {
        var days = new ArrayList<Day>();
        days.add(new Day(
                List.of(Scene.at(7, "Cut off", () -> {
                    days.get(0).stop();
                    throw new Setback("school-program", "broker");
                })),
                FAST,
                told::add));

        days.get(0).once(1);

        assertThat(output).doesNotContain("Cut off");
    }

    @Test
    void a_day_that_waits_for_its_hour_stops_at_once() throws Exception {
        var day = new Thread(new Day(List.of(), new Speed(0.001), told::add));
        day.start();

        day.interrupt();

        day.join(PATIENCE);
        assertThat(day.isAlive()).isFalse();
    }

    @Test
    void what_partners_did_besides_is_one_line_that_names_who_failed() {
        var tally = new Tally();
        assertThat(tally.take()).isEqualTo("nothing done");

        tally.count("admissions", Outcome.ANSWERED);
        tally.count("exam-registry", Outcome.ANSWERED);
        tally.count("exam-registry", Outcome.FAILED);
        tally.count("funding-control", Outcome.NOTHING);

        assertThat(tally.take()).isEqualTo("2 answered; failed: exam-registry 1");
    }
}
