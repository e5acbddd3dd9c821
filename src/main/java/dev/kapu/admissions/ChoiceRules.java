package dev.kapu.admissions;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.institution.Institution;
import dev.kapu.registry.institution.InstitutionStore;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** What the choices of a sheet must keep to. */
@Component
class ChoiceRules {
    private static final Set<Institution.Kind> SECONDARY =
            EnumSet.of(Institution.Kind.SECONDARY, Institution.Kind.VOCATIONAL);

    private final InstitutionStore institutions;

    ChoiceRules(InstitutionStore institutions) {
        this.institutions = institutions;
    }

    /**
     * Ranked from 1 without gaps, each place once, in secondary schools that are open.
     *
     * @return by rank
     * @throws FaultException {@code Client.Admissions.ChoicesInvalid}, {@code …SchoolNotSecondary};
     *     {@code Client.Institution.NotFound}, {@code …Closed}
     */
    List<Choice> ranked(List<Choice> choices) {
        var ranked =
                choices.stream().sorted(Comparator.comparingInt(Choice::rank)).toList();
        boolean inOrder = IntStream.range(0, ranked.size())
                .allMatch(index -> ranked.get(index).rank() == index + 1);
        if (ranked.isEmpty() || !inOrder) {
            throw new FaultException(Fault.CHOICES_INVALID, "rank");
        }
        if (ranked.stream().map(Choice::place).distinct().count() < ranked.size()) {
            throw new FaultException(Fault.CHOICES_INVALID, "studyArea");
        }
        ranked.forEach(this::requireSchool);
        return ranked;
    }

    private void requireSchool(Choice choice) {
        var where = "institutionCode, rank " + choice.rank();
        var school = institutions
                .find(choice.place().school())
                .orElseThrow(() -> new FaultException(Fault.INSTITUTION_NOT_FOUND, where));
        if (!SECONDARY.contains(school.kind())) {
            throw new FaultException(Fault.SCHOOL_NOT_SECONDARY, where);
        }
        if (!school.active()) {
            throw new FaultException(Fault.INSTITUTION_CLOSED, where);
        }
    }

    /**
     * A new study area is taken only in a school that was on the first version.
     *
     * @throws FaultException {@code Client.Admissions.SchoolNotListed}
     */
    static void requireListed(List<Choice> choices, Collection<InstitutionCode> listed) {
        for (var choice : choices) {
            if (!listed.contains(choice.place().school())) {
                throw new FaultException(Fault.SCHOOL_NOT_LISTED, "institutionCode, rank " + choice.rank());
            }
        }
    }
}
