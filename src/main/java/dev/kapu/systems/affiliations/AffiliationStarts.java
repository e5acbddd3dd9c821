package dev.kapu.systems.affiliations;

import dev.kapu.contract.affiliations.ReEntry;
import dev.kapu.contract.affiliations.StartAffiliation;
import dev.kapu.contract.affiliations.StartAffiliationResponse;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.movement.Affiliations;
import dev.kapu.registry.movement.StartCorrections;
import dev.kapu.scope.Reach;
import dev.kapu.step.ChangesRegistry;
import dev.kapu.systems.ContractAffiliations;
import dev.kapu.systems.ContractResponsibility;
import java.time.ZoneOffset;
import org.apache.camel.ExchangeProperty;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A further affiliation by ID and birth date, or the return of somebody unattached (K11, K14, K15). */
@Component
class AffiliationStarts {
    private final Affiliations affiliations;
    private final StartCorrections corrections;

    AffiliationStarts(Affiliations affiliations, StartCorrections corrections) {
        this.affiliations = affiliations;
        this.corrections = corrections;
    }

    @ChangesRegistry
    public StartAffiliationResponse start(StartAffiliation report, @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var begin = new NewAffiliation(
                new InstitutionCode(report.getInstitutionCode()),
                new SiteSerial(report.getSiteSerial()),
                AffiliationType.valueOf(report.getType().name()),
                report.getStartDate(),
                report.getWeeklyHours(),
                report.getGrade(),
                report.getPost());
        var started = started(report, begin, reach);
        var answer = new StartAffiliationResponse();
        answer.setAffiliation(ContractAffiliations.of(started.affiliation()));
        answer.setResponsibility(ContractResponsibility.of(started.responsible()));
        if (report.getCorrects() == null) {
            answer.setReEntry(reEntry(started.reEntry()));
        }
        return answer;
    }

    private Affiliations.Started started(StartAffiliation report, NewAffiliation begin, Reach reach) {
        var id = EducationId.of(report.getEducationId());
        var wrong = report.getCorrects();
        if (wrong == null) {
            return affiliations.start(id, report.getBirthDate(), begin, reach);
        }
        var reported = new StartCorrections.Wrong(
                AffiliationType.valueOf(wrong.getType().name()), wrong.getStartDate());
        return corrections.correct(id, report.getBirthDate(), reported, begin, reach);
    }

    private static ReEntry reEntry(dev.kapu.registry.movement.@Nullable ReEntry from) {
        var reEntry = new ReEntry();
        reEntry.setDataToCheck(from != null);
        if (from != null) {
            reEntry.setLeft(from.left());
            reEntry.setLastUpdate(from.lastUpdate().atOffset(ZoneOffset.UTC));
            reEntry.setAmendBy(from.amendBy());
        }
        return reEntry;
    }
}
