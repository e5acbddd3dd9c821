package dev.kapu.registry.entitlement;

import dev.kapu.registry.TestRegistry;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The nightly withdrawal of cards, for tests elsewhere. */
public final class TestOverdueCards {
    private TestOverdueCards() {}

    /** As if the holder's entitlement had ended yesterday. */
    public static void withdraw(ApplicationContext hub, String holder) {
        hub.getBean(JdbcClient.class)
                .sql("update card_request set entitled_until = ? where education_id = ?")
                .params(TestRegistry.TODAY.minusDays(1), Long.parseLong(holder))
                .update();
        hub.getBean(OverdueCards.class).withdraw();
    }
}
