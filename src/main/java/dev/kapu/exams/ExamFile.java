package dev.kapu.exams;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.history.FurtherRecord;
import dev.kapu.registry.history.FurtherRecords;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Candidacies and all versions of all documents, for the person (K27). */
@Component
class ExamFile implements FurtherRecords {
    private final ExamCandidateStore candidates;
    private final ExamDocumentStore documents;

    ExamFile(ExamCandidateStore candidates, ExamDocumentStore documents) {
        this.candidates = candidates;
        this.documents = documents;
    }

    @Override
    public List<FurtherRecord> about(List<EducationId> all) {
        return Stream.concat(
                        candidates.of(all).stream().map(ExamFile::record),
                        documents.versionsOf(all).stream().map(ExamFile::record))
                .sorted(Comparator.comparing(FurtherRecord::at))
                .toList();
    }

    private static FurtherRecord record(Candidacy from) {
        var data = new LinkedHashMap<String, String>();
        data.put("session", from.session().text());
        data.put("examType", from.type().word());
        data.put("registeredName", from.name().family() + " " + from.name().given());
        if (from.withdrawal() != null) {
            data.put("withdrawnAt", from.withdrawal().at().toString());
            data.put("withdrawnBy", from.withdrawal().by());
        }
        return new FurtherRecord(
                "exam-candidacy", from.at(), from.by(), from.institution().text(), data);
    }

    private static FurtherRecord record(ExamDocument from) {
        var version = from.version();
        var data = new LinkedHashMap<String, String>();
        data.put("documentNumber", from.number());
        data.put("documentKind", from.kind().word());
        data.put("session", from.session().text());
        data.put("examType", from.type().word());
        data.put("registeredName", from.name().family() + " " + from.name().given());
        data.put("issuedOn", version.issuedOn().toString());
        data.put("documentVersion", Integer.toString(version.number()));
        data.put("valid", Boolean.toString(version.valid()));
        if (version.reference() != null) {
            data.put("decisionReference", version.reference());
        }
        if (version.reason() != null) {
            data.put("correctionReason", version.reason());
        }
        for (var result : from.results()) {
            data.put(
                    "result." + result.subject(),
                    Words.of(result.level()) + ", " + result.mark() + ", " + result.percent() + "%");
        }
        return new FurtherRecord(
                "exam-document", version.at(), version.by(), from.institution().text(), data);
    }
}
