package dev.kapu.exams;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.PersonName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ExamDocumentStore {
    private static final String SELECT = """
            select d.number, d.kind, d.education_id, coalesce(v.session, d.session),
                   coalesce(v.exam_type, d.exam_type), coalesce(v.institution_code, d.institution_code),
                   coalesce(v.family_name, d.family_name), coalesce(v.given_name, d.given_name), d.registered_at, v.version, v.valid, v.issued_on, v.reference, v.reason,
                   v.registered_by, v.registered_at
              from exam_document d join exam_document_version v using (number)\s""";

    private final JdbcClient jdbc;

    ExamDocumentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws org.springframework.dao.DuplicateKeyException if the number is taken */
    void insert(ExamDocument document) {
        jdbc.sql("""
                insert into exam_document (number, kind, education_id, session, exam_type, institution_code, family_name,
                                           given_name, registered_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        document.number(),
                        document.kind().word(),
                        document.educationId().number(),
                        document.session().text(),
                        document.type().word(),
                        document.institution().text(),
                        document.name().family(),
                        document.name().given(),
                        document.registeredAt().atOffset(ZoneOffset.UTC))
                .update();
        insertVersion(document);
    }

    void insertVersion(ExamDocument document) {
        var version = document.version();
        jdbc.sql("""
                insert into exam_document_version (number, version, valid, issued_on, reference, reason, registered_by,
                                                   registered_at, session, exam_type, institution_code,
                                                   family_name, given_name)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(document.number())
                .param(version.number())
                .param(version.valid())
                .param(version.issuedOn())
                .param(version.reference())
                .param(version.reason())
                .param(version.by())
                .param(version.at().atOffset(ZoneOffset.UTC))
                .param(document.session().text())
                .param(document.type().word())
                .param(document.institution().text())
                .param(document.name().family())
                .param(document.name().given())
                .update();
        for (var result : document.results()) {
            jdbc.sql("""
                    insert into exam_result (number, version, subject, level, mark, percent)
                    values (?, ?, ?, ?, ?, ?)""")
                    .params(
                            document.number(),
                            version.number(),
                            result.subject(),
                            Words.of(result.level()),
                            result.mark(),
                            result.percent())
                    .update();
        }
    }

    /** Whose it is, under the ID as filed; nothing else is read. */
    Optional<EducationId> holder(String documentNumber) {
        return jdbc.sql("select education_id from exam_document where number = ?")
                .param(documentNumber)
                .query((row, number) -> new EducationId(row.getLong(1)))
                .optional();
    }

    /**
     * The last version of each document, by the day of issue.
     *
     * @param ids all of one person
     */
    List<ExamDocument> of(List<EducationId> ids) {
        var numbers = EducationId.numbers(ids);
        var results = results("d.education_id = any (?)", numbers);
        return jdbc.sql(SELECT + """
                where d.education_id = any (?)
                  and v.version = (select max(version) from exam_document_version l where l.number = d.number)
                order by v.issued_on, d.number""")
                .param(numbers)
                .query((row, number) -> document(row, results))
                .list();
    }

    /** All versions of all documents. */
    List<ExamDocument> versionsOf(List<EducationId> ids) {
        var numbers = EducationId.numbers(ids);
        var results = results("d.education_id = any (?)", numbers);
        return jdbc.sql(SELECT + "where d.education_id = any (?) order by v.registered_at, d.number")
                .param(numbers)
                .query((row, number) -> document(row, results))
                .list();
    }

    /** The first one first. */
    List<ExamDocument> versions(String documentNumber) {
        var results = results("d.number = ?", documentNumber);
        return jdbc.sql(SELECT + "where d.number = ? order by v.version")
                .param(documentNumber)
                .query((row, number) -> document(row, results))
                .list();
    }

    private Map<String, List<ExamResult>> results(String condition, Object key) {
        var results = new HashMap<String, List<ExamResult>>();
        jdbc.sql("""
                select number, r.version, r.subject, r.level, r.mark, r.percent
                  from exam_result r join exam_document d using (number)
                 where %s order by r.subject""".formatted(condition)).param(key).query((ResultSet row) -> {
            results.computeIfAbsent(row.getString(1) + " " + row.getInt(2), any -> new ArrayList<>())
                    .add(new ExamResult(
                            row.getString(3),
                            Words.read(ExamLevel.class, row.getString(4)),
                            row.getInt(5),
                            row.getInt(6)));
        });
        return results;
    }

    private static ExamDocument document(ResultSet row, Map<String, List<ExamResult>> results) throws SQLException {
        var number = row.getString(1);
        int version = row.getInt(10);
        return new ExamDocument(
                number,
                Words.read(DocumentKind.class, row.getString(2)),
                new EducationId(row.getLong(3)),
                ExamSession.of(row.getString(4)),
                Words.read(ExamType.class, row.getString(5)),
                new InstitutionCode(row.getString(6)),
                new PersonName(row.getString(7), row.getString(8)),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                new ExamDocument.Version(
                        version,
                        row.getBoolean(11),
                        row.getObject(12, LocalDate.class),
                        row.getString(13),
                        row.getString(14),
                        row.getString(15),
                        row.getObject(16, OffsetDateTime.class).toInstant()),
                results.getOrDefault(number + " " + version, List.of()));
    }
}
