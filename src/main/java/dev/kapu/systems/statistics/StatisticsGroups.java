package dev.kapu.systems.statistics;

import dev.kapu.contract.statistics.GetGroup;
import dev.kapu.contract.statistics.GetGroupResponse;
import dev.kapu.contract.statistics.Group;
import dev.kapu.contract.statistics.ListTerms;
import dev.kapu.contract.statistics.ListTermsResponse;
import dev.kapu.contract.statistics.Term;
import dev.kapu.statistics.Statistics;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Terms, and single numbers (K25). */
@Component
class StatisticsGroups {
    private final Statistics statistics;

    StatisticsGroups(Statistics statistics) {
        this.statistics = statistics;
    }

    public ListTermsResponse terms(ListTerms request) {
        var answer = new ListTermsResponse();
        for (var day : statistics.terms()) {
            var term = new Term();
            term.setTerm(day);
            term.setLatest(answer.getStatisticsTerm().isEmpty());
            answer.getStatisticsTerm().add(term);
        }
        return answer;
    }

    public GetGroupResponse group(GetGroup request) {
        var count = statistics.group(request.getTerm(), ContractFilters.filter(request.getFilter()));
        var answer = new GetGroupResponse();
        answer.setGroup(group(request.getTerm(), count));
        return answer;
    }

    /** @param count null: it is not told */
    static Group group(LocalDate term, @Nullable Integer count) {
        var group = new Group();
        group.setTerm(term);
        group.setCount(count);
        return group;
    }
}
