package dev.kapu.registry.entitlement;

import dev.kapu.registry.TestRegistry;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The day after the last one on which a card was valid, for tests elsewhere. */
public final class TestLapsedCards {
    private TestLapsedCards() {}

    /** In one transaction, so that the hub's own job never comes in between. */
    public static void lastValidDayIsOver(ApplicationContext hub, String holder) {
        var jdbc = hub.getBean(JdbcClient.class);
        hub.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            jdbc.sql(
                            "update card_request set issued_on = ?, valid_until = ? where education_id = ? and state = 'issued'")
                    .params(TestRegistry.TODAY.minusDays(30), TestRegistry.TODAY.minusDays(1), Long.parseLong(holder))
                    .update();
            hub.getBean(LapsedCards.class).tell();
        });
    }
}
