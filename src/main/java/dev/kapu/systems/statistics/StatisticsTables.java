package dev.kapu.systems.statistics;

import dev.kapu.contract.institution.InstitutionKind;
import dev.kapu.contract.person.Sex;
import dev.kapu.contract.statistics.GetCohort;
import dev.kapu.contract.statistics.GetCohortResponse;
import dev.kapu.contract.statistics.GetTable;
import dev.kapu.contract.statistics.GetTableResponse;
import dev.kapu.contract.statistics.Outcome;
import dev.kapu.contract.statistics.Row;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.statistics.Dimension;
import dev.kapu.statistics.Statistics;
import dev.kapu.statistics.Table;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tables, and cohorts through the terms (K25). */
@Component
class StatisticsTables {
    private final Statistics statistics;

    StatisticsTables(Statistics statistics) {
        this.statistics = statistics;
    }

    public GetTableResponse table(GetTable request) {
        var by = EnumSet.noneOf(Dimension.class);
        for (var dimension : request.getBy()) {
            if (!by.add(Dimension.valueOf(dimension.name()))) {
                throw new FaultException(Fault.INVALID, "by");
            }
        }
        var table = statistics.table(request.getTerm(), ContractFilters.filter(request.getFilter()), by);
        var answer = new GetTableResponse();
        answer.setTotal(StatisticsGroups.group(request.getTerm(), table.total()));
        table.rows().forEach(row -> answer.getRow().add(row(request.getTerm(), row)));
        return answer;
    }

    public GetCohortResponse cohort(GetCohort request) {
        var cohort = statistics.cohort(request.getEntryYear(), ContractFilters.filter(request.getFilter()));
        var answer = new GetCohortResponse();
        for (var term : cohort) {
            answer.getRow()
                    .add(row(term.term(), request.getEntryYear(), term.table().total()));
            if (!term.table().tellsNothing()) {
                term.table().rows().forEach(from -> {
                    var row = row(term.term(), from);
                    row.setEntryYear(request.getEntryYear());
                    answer.getRow().add(row);
                });
            }
        }
        return answer;
    }

    private static Row row(LocalDate term, int entryYear, @Nullable Integer count) {
        return row(term, new Table.Row(Map.of(Dimension.ENTRY_YEAR, Integer.toString(entryYear)), count));
    }

    private static Row row(LocalDate term, Table.Row from) {
        var row = new Row();
        row.setTerm(term);
        from.group().forEach((dimension, value) -> set(row, dimension, value));
        row.setCount(from.count());
        row.setSuppressed(from.count() == null ? true : null);
        return row;
    }

    private static void set(Row row, Dimension dimension, String value) {
        switch (dimension) {
            case INSTITUTION_KIND -> row.setInstitutionKind(InstitutionKind.fromValue(value));
            case SEX -> row.setSex(Sex.fromValue(value));
            case ENTRY_YEAR -> row.setEntryYear(Integer.valueOf(value));
            case GRADE -> row.setGrade(value);
            case OUTCOME -> row.setOutcome(Outcome.fromValue(value));
        }
    }
}
