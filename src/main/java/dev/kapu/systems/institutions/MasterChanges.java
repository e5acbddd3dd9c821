package dev.kapu.systems.institutions;

import dev.kapu.contract.institution.ChangePage;
import dev.kapu.contract.institution.ChangedField;
import dev.kapu.contract.institution.InstitutionChange;
import dev.kapu.contract.institutionmaster.ChangesSince;
import dev.kapu.contract.institutionmaster.ChangesSinceResponse;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.master.InstitutionChanges;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** The master's changes, for who keeps a copy of it (K26). */
@Component
class MasterChanges {
    private static final int MOST = 500;

    private final InstitutionChanges changes;

    MasterChanges(InstitutionChanges changes) {
        this.changes = changes;
    }

    public ChangesSinceResponse since(ChangesSince request) {
        int limit = request.getLimit() == null ? MOST : Math.min(request.getLimit(), MOST);
        long number = request.getChangeNumber() == null ? 0 : request.getChangeNumber();
        // One more than the page holds, to know whether another follows.
        var found = request.getMoment() != null && request.getChangeNumber() == null
                ? changes.since(request.getMoment().toInstant(), limit + 1)
                : changes.after(number, limit + 1);
        var page = found.subList(0, Math.min(limit, found.size()));
        var answer = new ChangesSinceResponse();
        page.stream().map(MasterChanges::change).forEach(answer.getChange()::add);
        var last = new ChangePage();
        last.setLastChangeNumber(
                page.isEmpty() ? number : page.get(page.size() - 1).number());
        last.setMore(found.size() > page.size());
        answer.setPage(last);
        return answer;
    }

    static InstitutionChange change(dev.kapu.registry.master.InstitutionChange from) {
        var change = new InstitutionChange();
        change.setChangeNumber(from.number());
        change.setInstitutionCode(from.institution().text());
        change.setChangedAt(from.changedAt().atOffset(ZoneOffset.UTC));
        change.setValidFrom(from.validFrom());
        from.sites().stream().map(SiteSerial::text).forEach(change.getSiteSerial()::add);
        from.fields().stream().map(MasterChanges::field).forEach(change.getChangedField()::add);
        return change;
    }

    private static ChangedField field(dev.kapu.registry.master.InstitutionChange.Field from) {
        var field = new ChangedField();
        field.setName(from.name());
        field.setBefore(from.before());
        field.setAfter(from.after());
        return field;
    }
}
