package dev.kapu.systems;

import dev.kapu.admissions.ApplicantLine;
import dev.kapu.admissions.Result;
import dev.kapu.admissions.StudyArea;
import dev.kapu.contract.admission.Applicant;
import dev.kapu.contract.admission.Choice;
import dev.kapu.contract.admission.Outcome;
import dev.kapu.contract.admission.PublishedResult;
import dev.kapu.contract.admission.Sheet;
import dev.kapu.contract.admission.StudyPlace;
import dev.kapu.registry.EducationId;
import java.time.ZoneOffset;

/** Application sheets as the contracts write them: complete; the gate removes what is not granted. */
public final class ContractAdmissions {
    private ContractAdmissions() {}

    /** @param present the applicant's present ID */
    public static Sheet sheet(EducationId present, dev.kapu.admissions.Sheet from) {
        var sheet = new Sheet();
        sheet.setSheetNumber(from.number());
        sheet.setProcedure(from.procedure());
        sheet.setEducationId(present.text());
        sheet.setFiledUnder(
                from.filedUnder().equals(present) ? null : from.filedUnder().text());
        sheet.setVersion(from.version());
        sheet.setNameOnSheet(ContractPersons.name(from.name()));
        var institution = from.institution();
        sheet.setInstitutionCode(institution == null ? null : institution.text());
        sheet.setPartner(from.submittedBy());
        sheet.setSubmittedAt(from.submittedAt().atOffset(ZoneOffset.UTC));
        from.choices().stream().map(ContractAdmissions::choice).forEach(sheet.getChoice()::add);
        sheet.getVoids().addAll(from.voids());
        sheet.setVoidedBy(from.voidedBy());
        if (from.withdrawal() != null) {
            sheet.setWithdrawnAt(from.withdrawal().at().atOffset(ZoneOffset.UTC));
        }
        var result = from.result();
        if (result != null) {
            add(published(result), sheet);
            from.results().stream()
                    .limit(from.results().size() - 1L)
                    .map(ContractAdmissions::published)
                    .forEach(sheet.getEarlierResult()::add);
        }
        return sheet;
    }

    private static void add(PublishedResult holds, Sheet sheet) {
        sheet.setOutcome(holds.getOutcome());
        sheet.setAdmittedTo(holds.getAdmittedTo());
        sheet.setPublishedAt(holds.getPublishedAt());
        sheet.setDecisionReference(holds.getDecisionReference());
        sheet.setCorrectionReason(holds.getCorrectionReason());
    }

    private static PublishedResult published(Result from) {
        var result = new PublishedResult();
        var place = from.admittedTo();
        result.setOutcome(place == null ? Outcome.NOT_ADMITTED : Outcome.ADMITTED);
        if (place != null) {
            var admittedTo = new StudyPlace();
            admittedTo.setInstitutionCode(place.school().text());
            admittedTo.setStudyArea(place.area().code());
            result.setAdmittedTo(admittedTo);
        }
        result.setPublishedAt(from.publishedAt().atOffset(ZoneOffset.UTC));
        var decision = from.decision();
        if (decision != null) {
            result.setDecisionReference(decision.reference());
            result.setCorrectionReason(decision.reason());
        }
        return result;
    }

    private static Choice choice(dev.kapu.admissions.Choice from) {
        var choice = new Choice();
        choice.setRank(from.rank());
        choice.setInstitutionCode(from.place().school().text());
        choice.setStudyArea(from.place().area().code());
        return choice;
    }

    public static Applicant applicant(ApplicantLine from) {
        var applicant = new Applicant();
        applicant.setSheetNumber(from.sheet());
        applicant.setEducationId(from.educationId().text());
        applicant.setName(ContractPersons.name(from.name()));
        applicant.setBirthDate(from.birthDate());
        from.areas().stream().map(StudyArea::code).forEach(applicant.getStudyArea()::add);
        applicant.setSubmittedAt(from.submittedAt().atOffset(ZoneOffset.UTC));
        return applicant;
    }
}
