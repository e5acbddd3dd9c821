package dev.kapu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SpeedTest {
    private static final LocalTime SEVEN = LocalTime.of(7, 0);

    private final ApplicationContextRunner settings =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @EnableConfigurationProperties(DemoProperties.class)
    static class Settings {}

    @Test
    void unless_set_the_first_scene_comes_within_a_minute_and_the_day_ends_within_five() {
        settings.run(hub -> {
            var speed = new Speed(hub.getBean(DemoProperties.class).speed());

            assertThat(speed.between(Day.DAWN, SEVEN)).isLessThan(Duration.ofMinutes(1));
            assertThat(speed.between(Day.DAWN, Day.DUSK)).isEqualTo(Duration.ofSeconds(288));
        });
    }

    @Test
    void a_simulated_minute_takes_its_part_of_a_second() {
        var oneMinuteLater = SEVEN.plusMinutes(1);

        assertThat(new Speed(1).between(SEVEN, oneMinuteLater)).isEqualTo(Duration.ofSeconds(1));
        assertThat(new Speed(60).between(SEVEN, oneMinuteLater)).isEqualTo(Duration.ofMillis(17));
        assertThat(new Speed(0.5).between(SEVEN, oneMinuteLater)).isEqualTo(Duration.ofSeconds(2));
        assertThat(new Speed(1).between(SEVEN, SEVEN)).isZero();
    }

    @Test
    void a_speed_below_zero_or_too_high_is_refused_at_the_start() {
        for (var wrong : new String[] {"-1", "60.1", "NaN"}) {
            settings.withPropertyValues("kapu.demo.speed=" + wrong)
                    .run(hub -> assertThat(hub).as(wrong).hasFailed());
        }
        settings.withPropertyValues("kapu.demo.speed=0")
                .run(hub -> assertThat(hub).hasNotFailed());
    }
}
