package dev.kapu.systems.personnel;

import dev.kapu.contract.staff.Assignment;
import dev.kapu.contract.staff.Employment;
import dev.kapu.contract.staff.EmploymentType;
import dev.kapu.contract.staff.End;
import dev.kapu.contract.staff.Kept;
import dev.kapu.contract.staff.Message;
import dev.kapu.contract.staff.MessageKind;
import dev.kapu.contract.staff.MessageState;
import dev.kapu.contract.staff.Posting;
import dev.kapu.contract.staff.Title;
import dev.kapu.personnel.KeptMessage;
import dev.kapu.personnel.StaffMessage;
import dev.kapu.personnel.StaffMessage.Kind;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.staff.StaffSpan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Messages of the personnel module as the contract writes them. */
final class ContractStaff {
    private ContractStaff() {}

    static StaffMessage of(Message from) {
        if (from.getPosting() != null) {
            return posting(from, from.getPosting());
        }
        if (from.getAssignment() != null) {
            return assignment(from, from.getAssignment());
        }
        return from.getTitle() != null
                ? title(from, from.getTitle())
                : end(from, Objects.requireNonNull(from.getEnd()));
    }

    private static StaffMessage posting(Message from, Posting said) {
        return message(
                from,
                Kind.POSTING,
                said.getValidFrom(),
                said.getInstitutionCode(),
                said.getType(),
                said.getSiteSerial(),
                said.getWeeklyHours(),
                said.getPost());
    }

    private static StaffMessage assignment(Message from, Assignment said) {
        return message(
                from,
                Kind.ASSIGNMENT,
                said.getValidFrom(),
                said.getInstitutionCode(),
                said.getType(),
                said.getSiteSerial(),
                said.getWeeklyHours(),
                null);
    }

    private static StaffMessage title(Message from, Title said) {
        return message(
                from,
                Kind.TITLE,
                said.getValidFrom(),
                said.getInstitutionCode(),
                said.getType(),
                null,
                null,
                said.getPost());
    }

    private static StaffMessage end(Message from, End said) {
        return message(from, Kind.END, said.getLastDay(), said.getInstitutionCode(), said.getType(), null, null, null);
    }

    private static StaffMessage message(
            Message from,
            Kind kind,
            LocalDate day,
            String institution,
            EmploymentType type,
            @Nullable String site,
            @Nullable BigDecimal hours,
            @Nullable String post) {
        return new StaffMessage(
                EducationId.of(from.getEducationId()),
                from.getMessageNumber(),
                from.getBirthDate(),
                kind,
                day,
                new InstitutionCode(institution),
                AffiliationType.ofWord(type.value()),
                site == null ? null : new SiteSerial(site),
                hours,
                post);
    }

    static Kept of(KeptMessage from) {
        var kept = new Kept();
        kept.setEducationId(from.educationId().text());
        kept.setMessageNumber(from.number());
        var said = from.said();
        if (said != null) {
            kept.setKind(MessageKind.fromValue(said.kind().word()));
            kept.setValidFrom(said.day());
            kept.setInstitutionCode(said.institution().text());
            kept.setType(EmploymentType.fromValue(said.type().word()));
        }
        kept.setReceivedAt(from.receivedAt().atOffset(ZoneOffset.UTC));
        kept.setState(MessageState.fromValue(from.state().word()));
        kept.setReason(from.reason());
        return kept;
    }

    static Employment of(EducationId id, StaffSpan from) {
        var employment = new Employment();
        employment.setEducationId(id.text());
        employment.setInstitutionCode(from.institution().text());
        employment.setSiteSerial(from.site().text());
        employment.setType(EmploymentType.fromValue(from.type().word()));
        employment.setStartDate(from.start());
        employment.setEndDate(from.end());
        employment.setWeeklyHours(from.weeklyHours());
        employment.setPost(from.post());
        return employment;
    }
}
