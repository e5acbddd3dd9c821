package dev.kapu.systems.funding;

import dev.kapu.contract.funding.ClaimLine;
import dev.kapu.contract.funding.CompareClaim;
import dev.kapu.contract.funding.CompareClaimResponse;
import dev.kapu.contract.funding.ComparedLine;
import dev.kapu.contract.funding.Comparison;
import dev.kapu.funding.Claims;
import dev.kapu.funding.Headcount;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.affiliation.AffiliationType;
import org.springframework.stereotype.Component;

/** A claim against the registry (K22). */
@Component
class ClaimComparisons {
    private final Claims claims;

    ClaimComparisons(Claims claims) {
        this.claims = claims;
    }

    public CompareClaimResponse compare(CompareClaim request) {
        var lines = claims.compare(
                new InstitutionCode(request.getInstitutionCode()),
                request.getReferenceDate(),
                request.getLine().stream().map(ClaimComparisons::claimed).toList());
        var comparison = new Comparison();
        comparison.setInstitutionCode(request.getInstitutionCode());
        comparison.setReferenceDate(request.getReferenceDate());
        var whole = lines.stream().filter(Claims.Compared::stands).toList();
        comparison.setClaimed(whole.stream().mapToInt(Claims.Compared::claimed).sum());
        comparison.setRegistered(
                whole.stream().mapToInt(Claims.Compared::registered).sum());
        comparison.setDifference(
                whole.stream().mapToInt(Claims.Compared::difference).sum());
        var answer = new CompareClaimResponse();
        answer.setComparison(comparison);
        lines.stream().map(ClaimComparisons::compared).forEach(answer.getLine()::add);
        return answer;
    }

    private static Headcount claimed(ClaimLine from) {
        var line = new Headcount.Line(
                new SiteSerial(from.getSiteSerial()),
                AffiliationType.valueOf(from.getType().name()),
                from.getGrade());
        return new Headcount(line, from.getClaimed());
    }

    private static ComparedLine compared(Claims.Compared from) {
        var line = new ComparedLine();
        line.setSiteSerial(from.line().site().text());
        line.setType(dev.kapu.contract.person.AffiliationType.valueOf(
                from.line().type().name()));
        line.setGrade(from.line().grade());
        line.setClaimed(from.claimed());
        line.setRegistered(from.registered());
        line.setDifference(from.difference());
        return line;
    }
}
