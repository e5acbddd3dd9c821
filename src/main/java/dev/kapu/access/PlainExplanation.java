package dev.kapu.access;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class PlainExplanation implements Explanation {
    private final PolicyFiles policies;
    private final Today today;

    PlainExplanation(PolicyFiles policies, Today today) {
        this.policies = policies;
        this.today = today;
    }

    @Override
    public List<String> explain(Question question) {
        var policy = policies.current();
        var day = today.epochDay();
        var steps = new ArrayList<String>();
        steps.add(policy.partner(question.partner())
                .or(() -> InstitutionName.code(question.partner()).map(Partner::institution))
                .map(partner -> "%s is the %s %s."
                        .formatted(partner.name(), partner.kind().word(), partner.title()))
                .orElse("There is no partner %s.".formatted(question.partner())));
        var held = policy.held(question.partner(), question.operation()).all();
        steps.add("It holds %s for %s."
                .formatted(held.size() == 1 ? "one grant" : held.size() + " grants", question.operation()));
        for (var entitlement : held) {
            steps.add(sentence(entitlement, day));
        }
        var judgement = Judgement.of(policy, question, day);
        if (judgement instanceof Judgement.Entitled entitled) {
            steps.add(permitted(entitled, day));
        } else if (judgement instanceof Judgement.Refused refused) {
            steps.add(refused(refused, question));
        }
        return List.copyOf(steps);
    }

    private static String sentence(Entitlement held, long day) {
        var grant = held.grant();
        return "Grant %s: for the purpose %s, by %s, about %s, from %s until %s%s."
                .formatted(
                        grant.id(),
                        grant.purpose(),
                        grant.legalBasis().reference(),
                        grant.subjects().word(),
                        grant.valid().from(),
                        grant.valid().until(),
                        held.isValidOn(day) ? "" : ", which is not today");
    }

    private static String permitted(Judgement.Entitled entitled, long day) {
        var grant = entitled.by().grant();
        var used = entitled.by().meter().usedToday(day);
        return used >= grant.quota().perDay()
                ? "Refused: the quota of grant %s, %d a day, is used up."
                        .formatted(grant.id(), grant.quota().perDay())
                : "Permitted by grant %s with the fields %s; %d of %d used today."
                        .formatted(
                                grant.id(),
                                String.join(", ", grant.fields()),
                                used,
                                grant.quota().perDay());
    }

    private static String refused(Judgement.Refused refused, Question question) {
        var why =
                switch (refused.reason()) {
                    case PURPOSE_NEEDED -> "it holds grants for several purposes and named none";
                    case NOT_VALID_NOW -> "the grant is not valid today";
                    case HEADER_MISSING ->
                        "the grant is about the represented institution and the request represents none";
                    case REPRESENTATION_REFUSED -> representation(question);
                    case NOT_PERMITTED ->
                        refused.nearest() == null
                                ? "no grant fits" + purpose(question.purpose())
                                : "the grant is about one institution and the request names none";
                    default -> refused.reason().code();
                };
        return "Refused (%s): %s.".formatted(refused.reason().code(), why);
    }

    private static String purpose(@Nullable String purpose) {
        return purpose == null ? "" : " the purpose " + purpose;
    }

    private static String representation(Question question) {
        var represented = question.representedInstitution();
        return represented == null
                ? "the grant is about the represented institution and the request represents none"
                : "it may not represent %s here".formatted(represented);
    }
}
