package dev.kapu.registry.entitlement;

import dev.kapu.registry.TestRegistry;
import java.time.LocalDate;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The day after the last one on which a card's holder was entitled to it: as if that had been yesterday, and the hub then does
 * what it does every quarter of an hour. In one transaction, so that its own job never comes in between.
 */
public final class TestEntitlements {
    private TestEntitlements() {}

    public static void lastDayOfIsOver(ApplicationContext hub, String cardNumber) {
        isOver(hub, "card_number = ? and entitled_until is not null", cardNumber);
    }

    public static void lastDayOfHolderIsOver(ApplicationContext hub, String holder) {
        isOver(hub, "education_id = ?", Long.parseLong(holder));
    }

    /** The hub does nothing about it. */
    public static void entitledUntil(ApplicationContext hub, String cardNumber, LocalDate last) {
        hub.getBean(JdbcClient.class)
                .sql("update card_request set entitled_until = ? where card_number = ?")
                .params(last, cardNumber)
                .update();
    }

    private static void isOver(ApplicationContext hub, String whose, Object value) {
        var jdbc = hub.getBean(JdbcClient.class);
        hub.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            jdbc.sql("update card_request set entitled_until = ? where " + whose)
                    .params(TestRegistry.TODAY.minusDays(1), value)
                    .update();
            hub.getBean(OverdueCards.class).withdraw();
        });
    }
}
