package dev.kapu.registry.entitlement;

import dev.kapu.registry.TestRegistry;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The day after the last one on which a card's holder was entitled to it. */
public final class TestEntitlements {
    private TestEntitlements() {}

    /** As if its last day had been yesterday; then the hub does what it does every quarter of an hour. */
    public static void lastDayOfIsOver(ApplicationContext hub, String cardNumber) {
        hub.getBean(JdbcClient.class)
                .sql("update card_request set entitled_until = ? where card_number = ? and entitled_until is not null")
                .params(TestRegistry.TODAY.minusDays(1), cardNumber)
                .update();
        hub.getBean(OverdueCards.class).withdraw();
    }
}
