package dev.kapu.registry.card;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.affiliation.CardType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A card request's columns, in the order in which queries select them. */
final class CardRowStore {
    static final String ROWS = """
        select id, education_id, institution_code, site_serial, card_type, state, requested_by, requested_at,
               card_number, issued_on, valid_until, withdrawn_on, withdrawal_reason
          from card_request r
        """;

    private CardRowStore() {}

    static CardRequest request(ResultSet row) throws SQLException {
        return new CardRequest(
                Objects.requireNonNull(row.getObject(1, UUID.class)),
                new EducationId(row.getLong(2)),
                new InstitutionCode(row.getString(3)),
                new SiteSerial(row.getString(4)),
                CardType.valueOf(row.getString(5).toUpperCase(Locale.ROOT)),
                CardState.valueOf(row.getString(6).toUpperCase(Locale.ROOT)),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                issue(row),
                withdrawal(row));
    }

    private static CardRequest.@Nullable Issue issue(ResultSet row) throws SQLException {
        var number = row.getString(9);
        return number == null
                ? null
                : new CardRequest.Issue(
                        new CardNumber(number), row.getObject(10, LocalDate.class), row.getObject(11, LocalDate.class));
    }

    private static CardRequest.@Nullable Withdrawal withdrawal(ResultSet row) throws SQLException {
        var reason = row.getString(13);
        return reason == null
                ? null
                : new CardRequest.Withdrawal(row.getObject(12, LocalDate.class), WithdrawalReason.ofWord(reason));
    }
}
