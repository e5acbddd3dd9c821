package dev.kapu.personnel;

import dev.kapu.registry.InstitutionCode;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** Comparisons of staff lists, for tests elsewhere. */
public final class TestComparisons {
    private TestComparisons() {}

    /** As of tonight, with a personnel module that knows nobody at the institution. */
    public static void withNobody(ApplicationContext hub, String institution) {
        hub.getBean(NightlyReconciliation.class)
                .compare((asked, day) -> List.of(), List.of(new InstitutionCode(institution)));
    }
}
