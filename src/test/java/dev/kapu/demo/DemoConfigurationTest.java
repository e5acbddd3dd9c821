package dev.kapu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.start.StartupProblem;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class DemoConfigurationTest {
    private final ApplicationContextRunner hub =
            new ApplicationContextRunner().withUserConfiguration(DemoConfiguration.class);

    @Test
    void simulated_partners_without_a_development_ca_are_a_problem_with_a_remedy() {
        hub.withPropertyValues("kapu.demo.enabled=true")
                .run(failed -> assertThat(failed.getStartupFailure())
                        .isInstanceOfSatisfying(StartupProblem.class, problem -> {
                            assertThat(problem.problem()).contains("development CA");
                            assertThat(problem.remedy()).contains("kapu.demo.enabled", "kapu.development-ca.enabled");
                        }));
    }

    @Test
    void without_simulated_partners_no_development_ca_is_needed() {
        hub.run(started -> assertThat(started).hasNotFailed());
    }
}
