package dev.kapu.filing;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.kapu.HubTest;
import dev.kapu.contract.submission.Purpose;
import dev.kapu.contract.submission.Role;
import dev.kapu.gate.Contracts;
import dev.kapu.workbook.Column;
import dev.kapu.workbook.TypedRows;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the workbook's checks let pass the schema lets pass: imports go to the gate without being read again as XML. */
@HubTest
class RowsAndSchemaTest {
    private static final int ROWS = 3000;
    private static final List<String> MOVEMENTS = List.of("start.", "end.", "handOver.");
    private static final List<String> ODD = List.of(
            "",
            " ",
            "0",
            "-1",
            "1.5",
            "168",
            "168.01",
            "22,25",
            "001",
            "1-2",
            "0400031",
            "048 132 772",
            "A",
            "HU",
            "hu",
            "Türkiye",
            "x".repeat(100),
            "x".repeat(101),
            "ő".repeat(200),
            "ő".repeat(201),
            "😀".repeat(20),
            "😀".repeat(100),
            "1".repeat(20),
            "2019-02-28",
            "28.02.2019",
            "1800-01-01",
            "9999-12-31",
            "0015-03-01",
            "<&>\"']]>",
            "a\u00adb",
            "tab\tbed",
            "\uFFFE",
            "\u0001",
            "70000000016",
            "7.0000000016E+10",
            "70000000017",
            "female",
            "férfi",
            "dormitory",
            "move");

    @Autowired
    Contracts contracts;

    @ParameterizedTest
    @CsvSource({
        "REGISTRATION,STUDENT",
        "REGISTRATION,STAFF",
        "AMENDMENT,STUDENT",
        "AMENDMENT,STAFF",
        "AFFILIATION,STUDENT",
        "AFFILIATION,STAFF"
    })
    void a_row_that_passes_the_workbooks_checks_passes_the_schema(Purpose purpose, Role role) {
        var kind = new FormKind(purpose, role);
        var random = new Random(kind.template().word().hashCode());
        var rows = new TypedRows(kind.template(), Locale.ENGLISH);
        int good = 0;

        for (int number = 1; number <= ROWS; number++) {
            var row = rows.check(number, row(kind.template().columns(), random));
            if (row.isGood()) {
                good++;
                assertThatCode(() -> submit(kind.filing(), role, row.entry()))
                        .as("row %s", row.entry().values())
                        .doesNotThrowAnyException();
            }
        }

        Assertions.assertThat(good).isGreaterThan(50);
    }

    /** All as it should be, but for one or two cells. */
    private static Map<String, String> row(List<Column> columns, Random random) {
        var row = new HashMap<String, String>();
        columns.forEach(column -> row.put(column.field(), usual(column)));
        var movement = MOVEMENTS.get(random.nextInt(MOVEMENTS.size()));
        MOVEMENTS.stream()
                .filter(other -> !other.equals(movement))
                .forEach(other -> row.keySet().removeIf(field -> field.startsWith(other)));
        for (int spoilt = random.nextInt(3); spoilt >= 0; spoilt--) {
            row.put(columns.get(random.nextInt(columns.size())).field(), ODD.get(random.nextInt(ODD.size())));
        }
        return row;
    }

    private static String usual(Column column) {
        return switch (column.kind()) {
            case DATE -> "2019-09-01";
            case ENUMERATION -> column.values().get(0);
            case NUMBER -> "20";
            case TEXT -> "Kovács";
            case CODE ->
                switch (column.field()) {
                    case "educationId" -> "70000000016";
                    case "socialSecurityNumber" -> "111111110";
                    case "affiliation.institutionCode", "handOver.toInstitutionCode" -> "040003";
                    case "affiliation.siteSerial", "start.siteSerial", "handOver.toSiteSerial" -> "001";
                    case "affiliation.grade", "start.grade", "handOver.grade" -> "9";
                    default -> column.field().endsWith("postcode") ? "4024" : "HU";
                };
        };
    }

    private <E> void submit(Filing<E> filing, Role role, dev.kapu.workbook.Entry row) {
        var asking = new Filing.Asking() {
            @Override
            public <T> T ask(String operation, Object body, Class<T> answer) {
                var known = contracts.operations().stream()
                        .filter(one -> one.id().equals(operation))
                        .findFirst()
                        .orElseThrow();
                contracts.read(known, contracts.write(body));
                throw new Valid();
            }
        };
        Assertions.assertThatThrownBy(() -> filing.submit(asking, "040003", role, true, List.of(filing.entry(row))))
                .isInstanceOf(Valid.class);
    }

    private static final class Valid extends RuntimeException {}
}
