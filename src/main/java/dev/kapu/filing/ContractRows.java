package dev.kapu.filing;

import dev.kapu.contract.person.AffiliationType;
import dev.kapu.contract.person.Sex;
import dev.kapu.contract.submission.Address;
import dev.kapu.contract.submission.AffiliationChange;
import dev.kapu.contract.submission.AffiliationEnd;
import dev.kapu.contract.submission.AffiliationEntry;
import dev.kapu.contract.submission.AffiliationHandOver;
import dev.kapu.contract.submission.AffiliationStart;
import dev.kapu.contract.submission.AmendmentEntry;
import dev.kapu.contract.submission.Name;
import dev.kapu.contract.submission.NewAffiliation;
import dev.kapu.contract.submission.Reason;
import dev.kapu.contract.submission.RegistrationEntry;
import dev.kapu.contract.submission.Removable;
import dev.kapu.workbook.Entry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A row of a workbook, which has no error, as the contract writes it; its reference is the row's number. */
final class ContractRows {
    private final Entry row;

    private ContractRows(Entry row) {
        this.row = row;
    }

    static RegistrationEntry registration(Entry row) {
        var from = new ContractRows(row);
        var entry = new RegistrationEntry();
        entry.setReference(String.valueOf(row.row()));
        entry.setName(from.name("name"));
        entry.setBirthName(from.name("birthName"));
        entry.setMotherName(from.name("motherName"));
        entry.setBirthPlace(row.value("birthPlace"));
        entry.setBirthDate(from.day("birthDate"));
        entry.setSex(from.read("sex", Sex::fromValue));
        entry.setCitizenship(row.value("citizenship"));
        entry.setResidence(from.address("residence"));
        entry.setStay(from.address("stay"));
        entry.setSocialSecurityNumber(row.value("socialSecurityNumber"));
        entry.setAffiliation(from.affiliation());
        return entry;
    }

    static AmendmentEntry amendment(Entry row) {
        var from = new ContractRows(row);
        var entry = new AmendmentEntry();
        entry.setReference(String.valueOf(row.row()));
        entry.setEducationId(row.value("educationId"));
        entry.setReason(from.read("reason", Reason::fromValue));
        entry.setChangedOn(from.day("changedOn"));
        entry.setName(from.name("name"));
        entry.setBirthName(from.name("birthName"));
        entry.setMotherName(from.name("motherName"));
        entry.setBirthPlace(row.value("birthPlace"));
        entry.setBirthDate(from.day("birthDate"));
        entry.setSex(from.read("sex", Sex::fromValue));
        entry.setCitizenship(row.value("citizenship"));
        entry.setResidence(from.address("residence"));
        entry.setStay(from.address("stay"));
        entry.setSocialSecurityNumber(row.value("socialSecurityNumber"));
        entry.setAffiliation(from.affiliationChange());
        Optional.ofNullable(from.read("remove", Removable::fromValue)).ifPresent(entry.getRemove()::add);
        entry.setPost(row.value("post"));
        entry.setQualification(row.value("qualification"));
        return entry;
    }

    /** Of start, end and hand-over the one that is filled. */
    static AffiliationEntry movement(Entry row) {
        var from = new ContractRows(row);
        var entry = new AffiliationEntry();
        entry.setReference(String.valueOf(row.row()));
        entry.setEducationId(row.value("educationId"));
        if (from.has("start.")) {
            entry.setStart(from.start());
        } else if (from.has("end.")) {
            entry.setEnd(from.end());
        } else {
            entry.setHandOver(from.handOver());
        }
        return entry;
    }

    private AffiliationStart start() {
        var start = new AffiliationStart();
        start.setBirthDate(day("start.birthDate"));
        start.setSiteSerial(row.value("start.siteSerial"));
        start.setType(read("start.type", AffiliationType::fromValue));
        start.setStartDate(day("start.startDate"));
        start.setWeeklyHours(read("start.weeklyHours", BigDecimal::new));
        start.setGrade(row.value("start.grade"));
        start.setPost(row.value("start.post"));
        return start;
    }

    private AffiliationEnd end() {
        var end = new AffiliationEnd();
        end.setType(read("end.type", AffiliationType::fromValue));
        end.setEndDate(day("end.endDate"));
        return end;
    }

    private AffiliationHandOver handOver() {
        var move = new AffiliationHandOver();
        move.setEndDate(day("handOver.endDate"));
        move.setToInstitutionCode(row.value("handOver.toInstitutionCode"));
        move.setToSiteSerial(row.value("handOver.toSiteSerial"));
        move.setType(read("handOver.type", AffiliationType::fromValue));
        move.setStartDate(day("handOver.startDate"));
        move.setWeeklyHours(read("handOver.weeklyHours", BigDecimal::new));
        move.setGrade(row.value("handOver.grade"));
        move.setPost(row.value("handOver.post"));
        return move;
    }

    private boolean has(String group) {
        return row.values().keySet().stream().anyMatch(field -> field.startsWith(group));
    }

    private @Nullable AffiliationChange affiliationChange() {
        if (!has("affiliation.")) {
            return null;
        }
        var change = new AffiliationChange();
        change.setType(read("affiliation.type", AffiliationType::fromValue));
        change.setSiteSerial(row.value("affiliation.siteSerial"));
        change.setWeeklyHours(read("affiliation.weeklyHours", BigDecimal::new));
        change.setGrade(row.value("affiliation.grade"));
        return change;
    }

    private NewAffiliation affiliation() {
        var affiliation = new NewAffiliation();
        affiliation.setSiteSerial(row.value("affiliation.siteSerial"));
        affiliation.setType(read("affiliation.type", AffiliationType::fromValue));
        affiliation.setStartDate(day("affiliation.startDate"));
        affiliation.setWeeklyHours(read("affiliation.weeklyHours", BigDecimal::new));
        affiliation.setGrade(row.value("affiliation.grade"));
        affiliation.setPost(row.value("affiliation.post"));
        return affiliation;
    }

    private @Nullable Name name(String field) {
        if (row.value(field + ".family") == null) {
            return null;
        }
        var name = new Name();
        name.setFamily(row.value(field + ".family"));
        name.setGiven(row.value(field + ".given"));
        return name;
    }

    private @Nullable Address address(String field) {
        if (row.value(field + ".country") == null) {
            return null;
        }
        var address = new Address();
        address.setCountry(row.value(field + ".country"));
        address.setPostcode(row.value(field + ".postcode"));
        address.setSettlement(row.value(field + ".settlement"));
        address.setStreet(row.value(field + ".street"));
        return address;
    }

    private @Nullable LocalDate day(String field) {
        return read(field, LocalDate::parse);
    }

    private <T> @Nullable T read(String field, Function<String, T> reader) {
        var text = row.value(field);
        return text == null ? null : reader.apply(text);
    }
}
