package dev.kapu.highereducation;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.history.FurtherRecord;
import dev.kapu.registry.history.FurtherRecords;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Applications and roles, for the person (K27). */
@Component
class HigherEducationFile implements FurtherRecords {
    private final UniversityApplicationStore applications;
    private final AcademicRoleStore roles;

    HigherEducationFile(UniversityApplicationStore applications, AcademicRoleStore roles) {
        this.applications = applications;
        this.roles = roles;
    }

    @Override
    public List<FurtherRecord> about(List<EducationId> all) {
        return Stream.concat(
                        applications.of(all).stream().map(HigherEducationFile::record),
                        roles.of(all).stream().map(HigherEducationFile::record))
                .sorted(Comparator.comparing(FurtherRecord::at))
                .toList();
    }

    private static FurtherRecord record(UniversityApplication from) {
        var data = new HashMap<>(Map.of("admissionRound", from.round().text()));
        if (from.withdrawal() != null) {
            data.put("withdrawnAt", from.withdrawal().at().toString());
            data.put("withdrawnBy", from.withdrawal().by());
        }
        return new FurtherRecord("higher-education-application", from.at(), from.by(), null, data);
    }

    private static FurtherRecord record(AcademicRoleStore.TakenOver from) {
        var role = from.role();
        var data = new HashMap<>(
                Map.of("role", role.kind().word(), "startDate", role.since().toString()));
        if (role.until() != null) {
            data.put("endDate", role.until().toString());
        }
        return new FurtherRecord("academic-role", from.at(), from.by(), null, data);
    }
}
