package dev.kapu.systems.funding;

import dev.kapu.contract.funding.GetHeadcounts;
import dev.kapu.contract.funding.GetHeadcountsResponse;
import dev.kapu.contract.funding.HeadcountSummary;
import dev.kapu.funding.Headcount;
import dev.kapu.funding.Headcounts;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.affiliation.AffiliationType;
import org.springframework.stereotype.Component;

/** Exact numbers of an institution (K22). */
@Component
class FundingHeadcounts {
    private final Headcounts headcounts;

    FundingHeadcounts(Headcounts headcounts) {
        this.headcounts = headcounts;
    }

    public GetHeadcountsResponse count(GetHeadcounts request) {
        var site = request.getSiteSerial();
        var type = request.getType();
        var counts = headcounts.of(
                new InstitutionCode(request.getInstitutionCode()),
                request.getReferenceDate(),
                new Headcounts.Filter(
                        site == null ? null : new SiteSerial(site),
                        type == null ? null : AffiliationType.valueOf(type.name()),
                        request.getGrade()));
        var summary = new HeadcountSummary();
        summary.setInstitutionCode(request.getInstitutionCode());
        summary.setReferenceDate(request.getReferenceDate());
        summary.setTotal(counts.stream().mapToInt(Headcount::count).sum());
        var answer = new GetHeadcountsResponse();
        answer.setSummary(summary);
        counts.stream().map(FundingHeadcounts::headcount).forEach(answer.getHeadcount()::add);
        return answer;
    }

    private static dev.kapu.contract.funding.Headcount headcount(Headcount from) {
        var headcount = new dev.kapu.contract.funding.Headcount();
        headcount.setSiteSerial(from.line().site().text());
        headcount.setType(dev.kapu.contract.person.AffiliationType.valueOf(
                from.line().type().name()));
        headcount.setGrade(from.line().grade());
        headcount.setCount(from.count());
        return headcount;
    }
}
