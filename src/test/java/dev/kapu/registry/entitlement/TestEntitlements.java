package dev.kapu.registry.entitlement;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.card.TestCards;
import java.time.LocalDate;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The day after the last one on which a card is kept: as if that had been yesterday, and the hub then does what it does every
 * quarter of an hour. In one transaction, so that its own job never comes in between.
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
                .sql("update card_request set entitled_until = ?, kept_until = ? where card_number = ?")
                .params(last, last, cardNumber)
                .update();
    }

    /** What the hub does every quarter of an hour. */
    public static void quarterOfAnHour(ApplicationContext hub) {
        hub.getBean(OverdueCards.class).withdraw();
        TestCards.decideWaiting(hub);
    }

    /** As if the cards and requests of the holder had waited for so many days. */
    public static void daysPass(ApplicationContext hub, EducationId holder, int days) {
        hub.getBean(JdbcClient.class)
                .sql("update card_request set kept_until = kept_until - ? where education_id = ?")
                .params(days, holder.number())
                .update();
        quarterOfAnHour(hub);
    }

    private static void isOver(ApplicationContext hub, String whose, Object value) {
        var jdbc = hub.getBean(JdbcClient.class);
        hub.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            var yesterday = TestRegistry.TODAY.minusDays(1);
            jdbc.sql("update card_request set entitled_until = ?, kept_until = ? where " + whose)
                    .params(yesterday, yesterday, value)
                    .update();
            hub.getBean(OverdueCards.class).withdraw();
        });
    }
}
