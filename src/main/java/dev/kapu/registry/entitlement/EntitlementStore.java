package dev.kapu.registry.entitlement;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.affiliation.CardType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class EntitlementStore {
    private static final String SELECT =
            "select id, education_id, institution_code, card_type, card_number, entitled_until, valid_until"
                    + " from card_request ";

    private final JdbcClient jdbc;

    EntitlementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A card that is issued and not withdrawn. */
    record Issued(
            UUID id,
            EducationId holder,
            String institution,
            CardType type,
            String number,
            @Nullable LocalDate entitledUntil,
            LocalDate validUntil) {
        /** Its last day if what it was issued for has never been: today, unless it is over already. */
        LocalDate groundless(LocalDate today) {
            return entitledUntil != null && entitledUntil.isBefore(today) ? entitledUntil : today;
        }

        /** Hazard: must not show whose it is, or it would reach a log line. */
        @Override
        public String toString() {
            return "Issued";
        }
    }

    List<Issued> of(EducationId holder) {
        return jdbc.sql(SELECT + "where education_id = ? and state = 'issued' order by card_number for update")
                .param(holder.number())
                .query(EntitlementStore::issued)
                .list();
    }

    /** Those whose holder is not entitled any more, and that are kept no longer, some at a time; others that are at it leave each other theirs. */
    List<Issued> overdue(LocalDate today, int most) {
        return jdbc.sql(SELECT + """
                where state = 'issued' and kept_until < ? order by kept_until limit ? for update skip locked""")
                .params(today, most)
                .query(EntitlementStore::issued)
                .list();
    }

    /** Not validated in time, not told of yet, and not overdue: some at a time, as {@link #overdue}. */
    List<Issued> lapsed(LocalDate today, int most) {
        return jdbc.sql(SELECT + """
                where state = 'issued' and lapse_told is distinct from valid_until and valid_until < ?
                  and (entitled_until is null or entitled_until >= ?)
                order by valid_until limit ? for update skip locked""")
                .params(today, today, most)
                .query(EntitlementStore::issued)
                .list();
    }

    void lapseTold(UUID id) {
        jdbc.sql("update card_request set lapse_told = valid_until where id = ?")
                .param(id)
                .update();
    }

    /** @param kept the last day on which the card is not withdrawn */
    void entitle(UUID id, @Nullable LocalDate until, @Nullable LocalDate kept) {
        jdbc.sql("update card_request set entitled_until = ?, kept_until = ? where id = ?")
                .param(until)
                .param(kept)
                .param(id)
                .update();
    }

    void withdraw(UUID id, LocalDate today) {
        jdbc.sql("""
                update card_request set state = 'withdrawn', withdrawn_on = ?, withdrawal_reason = 'entitlement-ended'
                 where id = ?""").params(today, id).update();
    }

    /** @return whether the card is issued and had not been validated since */
    boolean validate(UUID id, LocalDate since, LocalDate today, LocalDate until) {
        return jdbc.sql("""
                update card_request set validated_on = ?, valid_until = ?
                 where id = ? and state = 'issued' and (validated_on is null or validated_on < ?)
                """).params(today, until, id, since).update() == 1;
    }

    private static Issued issued(ResultSet row, int number) throws SQLException {
        return new Issued(
                row.getObject(1, UUID.class),
                new EducationId(row.getLong(2)),
                row.getString(3),
                CardType.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                row.getString(5),
                row.getObject(6, LocalDate.class),
                row.getObject(7, LocalDate.class));
    }
}
