package dev.kapu.systems.exams;

import dev.kapu.contract.examregistry.GetResults;
import dev.kapu.contract.examregistry.GetResultsResponse;
import dev.kapu.exams.ExamRecords;
import dev.kapu.registry.EducationId;
import dev.kapu.scope.Reach;
import dev.kapu.systems.ContractExams;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** What a person has gained over the years, under whatever name (K4). */
@Component
class ExamResults {
    private final ExamRecords records;

    ExamResults(ExamRecords records) {
        this.records = records;
    }

    public GetResultsResponse find(GetResults request, @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var answer = new GetResultsResponse();
        records.of(EducationId.of(request.getEducationId()), reach).stream()
                .map(ContractExams::of)
                .forEach(answer.getDocument()::add);
        return answer;
    }
}
