package dev.kapu.registry.card;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.CardType;
import dev.kapu.registry.reach.ScopedQueryStore;
import dev.kapu.scope.Reach;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
public class CardStore {
    private static final String SELECT = CardRowStore.ROWS + " where %s = ? and education_id = %s";
    private static final ScopedQueryStore<CardRequest> BY_ID = by("id");
    private static final ScopedQueryStore<CardRequest> BY_NUMBER = by("card_number");
    private static final ScopedQueryStore<CardRequest> OF = by("education_id");

    private final JdbcTemplate jdbc;

    CardStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private static ScopedQueryStore<CardRequest> by(String key) {
        return new ScopedQueryStore<>(
                "r.education_id",
                inReach -> SELECT.formatted(key, inReach),
                (row, number) -> CardRowStore.request(row));
    }

    Optional<CardRequest> find(UUID id, Reach reach, LocalDate day) {
        return BY_ID.find(jdbc, id, reach, day).stream().findFirst();
    }

    Optional<CardRequest> find(CardNumber number, Reach reach, LocalDate day) {
        return BY_NUMBER.find(jdbc, number.text(), reach, day).stream().findFirst();
    }

    List<CardRequest> of(EducationId id, Reach reach, LocalDate day) {
        return OF.find(jdbc, id.number(), reach, day);
    }

    void insert(CardRequest request) {
        jdbc.update(
                """
                insert into card_request (id, education_id, institution_code, site_serial, card_type, state,
                                          requested_by, requested_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                request.id(),
                request.educationId().number(),
                request.institution().text(),
                request.site().text(),
                word(request.cardType()),
                word(request.state()),
                request.requestedBy(),
                request.requestedAt().atOffset(ZoneOffset.UTC));
    }

    /**
     * @return false if the request does not wait any more
     * @throws org.springframework.dao.DuplicateKeyException if another card has the number
     */
    boolean issue(UUID id, CardRequest.Issue issue) {
        return jdbc.update("""
                update card_request set state = 'issued', card_number = ?, issued_on = ?, valid_until = ?,
                       kept_until = null
                 where id = ? and state = 'requested'""", issue.cardNumber().text(), issue.issuedOn(), issue.validUntil(), id) == 1;
    }

    /** @return false if the card is withdrawn already */
    boolean withdraw(UUID id, CardRequest.Withdrawal withdrawal) {
        return jdbc.update("""
                update card_request set state = 'withdrawn', withdrawn_on = ?, withdrawal_reason = ?
                 where id = ? and state = 'issued'""", withdrawal.withdrawnOn(), withdrawal.reason().word(), id) == 1;
    }

    /** @return false if the request does not wait any more */
    boolean refuse(UUID id) {
        return jdbc.update("update card_request set state = 'refused' where id = ? and state = 'requested'", id) == 1;
    }

    /** @param until the last day on which the request waits without a ground; null: it has one */
    void keep(UUID id, @Nullable LocalDate until) {
        jdbc.update("update card_request set kept_until = ? where id = ?", until, id);
    }

    /** Requests that have waited long enough without a ground, some at a time; others that are at it leave each other theirs. */
    List<CardRequest> groundless(LocalDate today, int most) {
        return jdbc.query(CardRowStore.ROWS + """
                 where state = 'requested' and kept_until < ?
                 order by kept_until limit ? for update skip locked""", (row, number) -> CardRowStore.request(row), today, most);
    }

    List<CardRequest> waiting(EducationId holder, InstitutionCode institution) {
        return jdbc.query(
                CardRowStore.ROWS
                        + " where education_id = ? and institution_code = ? and state = 'requested' order by"
                        + " requested_at, id",
                (row, number) -> CardRowStore.request(row),
                holder.number(),
                institution.text());
    }

    /** Of everybody, the oldest first. */
    List<CardRequest> waiting(int most) {
        return jdbc.query(
                CardRowStore.ROWS + " where state = 'requested' order by requested_at, id limit ?",
                (row, number) -> CardRowStore.request(row),
                most);
    }

    /** Those that were made after another, whatever has become of that one. */
    List<CardRequest> waitingAfter(UUID other, int most) {
        return jdbc.query(CardRowStore.ROWS + """
                 where state = 'requested'
                   and (requested_at, id) > (select o.requested_at, o.id from card_request o where o.id = ?)
                 order by requested_at, id limit ?""", (row, number) -> CardRowStore.request(row), other, most);
    }

    /** @return null while no end of what entitles to the card can be foreseen */
    @Nullable
    LocalDate keptUntil(UUID id) {
        return jdbc.queryForObject("select kept_until from card_request where id = ?", LocalDate.class, id);
    }

    boolean anyOf(List<EducationId> ids) {
        var numbers = ids.stream().map(EducationId::text).collect(Collectors.joining(",", "{", "}"));
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from card_request where education_id = any (cast(? as bigint[])))",
                Boolean.class,
                numbers));
    }

    /**
     * Issued cards that stood on an affiliation which ends: none while another that entitles to such a card lasts,
     * wherever that is.
     *
     * @param rest affiliations as they are after the end
     */
    public List<String> losingGround(EducationId holder, CardType type, Collection<Affiliation> rest) {
        if (rest.stream().anyMatch(held -> held.endDate() == null && held.type().card() == type)) {
            return List.of();
        }
        return jdbc.queryForList("""
                select card_number from card_request
                 where education_id = ? and card_type = ? and state = 'issued'
                 order by issued_on, card_number""", String.class, holder.number(), word(type));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
