package dev.kapu.personnel;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.affiliation.AffiliationType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class StaffMessageStore {
    private static final String SELECT = """
            select education_id, number, birth_date, kind, day, institution_code, type, site_serial, weekly_hours, post,
                   received_at, state, reason, identified
              from personnel_message
             where\s""";

    private final JdbcClient jdbc;

    StaffMessageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In one order, until the transaction ends; also of who is not registered. */
    void lock(Collection<EducationId> ids) {
        jdbc.sql("""
                select pg_advisory_xact_lock(hashtextextended('personnel', id))
                  from (select id from unnest(?::bigint[]) id order by id) ordered
                """).param(EducationId.numbers(ids)).query((row, n) -> n).list();
    }

    /** Under a number that has none yet. */
    void keep(StaffMessage message, Instant now) {
        var site = message.site();
        jdbc.sql("""
                insert into personnel_message (education_id, number, kind, birth_date, day, institution_code, type,
                                               site_serial, weekly_hours, post, received_at, state)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting')""")
                .params(
                        message.educationId().number(),
                        message.number(),
                        message.kind().word(),
                        message.birthDate(),
                        message.day(),
                        message.institution().text(),
                        message.type().word())
                .param(site == null ? null : site.text())
                .param(message.weeklyHours())
                .param(message.post())
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The number counts no longer, whether or not its message has come. */
    void withdraw(EducationId id, int number, Instant now) {
        jdbc.sql("""
                insert into personnel_message (education_id, number, received_at, state)
                values (?, ?, ?, 'withdrawn')
                on conflict (education_id, number) do update set state = 'withdrawn', reason = null
                """).params(id.number(), number, now.atOffset(ZoneOffset.UTC)).update();
    }

    void settle(KeptMessage message) {
        jdbc.sql("""
                update personnel_message set state = :state, reason = :reason, identified = :identified
                 where education_id = :id and number = :number
                   and (state, reason, identified) is distinct from (:state, :reason::text, :identified)""")
                .param("state", message.state().word())
                .param("reason", message.reason(), Types.VARCHAR)
                .param("identified", message.identified())
                .param("id", message.educationId().number())
                .param("number", message.number())
                .update();
    }

    Optional<KeptMessage> find(EducationId id, int number) {
        return jdbc.sql(SELECT + "education_id = ? and number = ?")
                .params(id.number(), number)
                .query((row, n) -> kept(row))
                .optional();
    }

    /** By number. */
    List<KeptMessage> of(Collection<EducationId> ids) {
        return jdbc.sql(SELECT + "education_id = any (?) order by number, education_id")
                .param(EducationId.numbers(ids))
                .query((row, n) -> kept(row))
                .list();
    }

    /** The oldest first. */
    List<KeptMessage> parked(int limit) {
        return jdbc.sql(SELECT + "state = 'parked' order by received_at, education_id, number limit ?")
                .param(limit)
                .query((row, n) -> kept(row))
                .list();
    }

    /** Those that came after another, whatever has become of that one; none if there is no such message. */
    List<KeptMessage> parkedAfter(EducationId id, int number, int limit) {
        return jdbc.sql(SELECT + """
                state = 'parked' and (received_at, education_id, number) >
                    (select o.received_at, o.education_id, o.number from personnel_message o
                      where o.education_id = ? and o.number = ?)
                 order by received_at, education_id, number limit ?""")
                .params(id.number(), number, limit)
                .query((row, n) -> kept(row))
                .list();
    }

    int countParked() {
        return Objects.requireNonNull(jdbc.sql("select count(*) from personnel_message where state = 'parked'")
                .query(Integer.class)
                .single());
    }

    /** Of one person. */
    int countOpen(Collection<EducationId> ids) {
        return Objects.requireNonNull(jdbc.sql("""
                select count(*) from personnel_message where education_id = any (?) and state in ('parked', 'waiting')""")
                .param(EducationId.numbers(ids))
                .query(Integer.class)
                .single());
    }

    private static KeptMessage kept(ResultSet row) throws SQLException {
        var id = new EducationId(row.getLong(1));
        return new KeptMessage(
                id,
                row.getInt(2),
                row.getString(4) == null ? null : message(id, row),
                row.getTimestamp(11).toInstant(),
                MessageState.ofWord(row.getString(12)),
                row.getString(13),
                row.getBoolean(14));
    }

    private static StaffMessage message(EducationId id, ResultSet row) throws SQLException {
        return new StaffMessage(
                id,
                row.getInt(2),
                row.getObject(3, LocalDate.class),
                StaffMessage.Kind.ofWord(row.getString(4)),
                row.getObject(5, LocalDate.class),
                new InstitutionCode(row.getString(6)),
                AffiliationType.ofWord(row.getString(7)),
                site(row.getString(8)),
                row.getBigDecimal(9),
                row.getString(10));
    }

    private static @Nullable SiteSerial site(@Nullable String text) {
        return text == null ? null : new SiteSerial(text);
    }
}
