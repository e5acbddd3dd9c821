package dev.kapu.registry.registration;

import dev.kapu.registry.EducationId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What a review has grown by stays in it although the decision that found it is refused and rolled back. */
@Component
class Growth {
    private final ReviewChangeStore store;
    private final TransactionTemplate apart;

    Growth(ReviewChangeStore store, PlatformTransactionManager transactions) {
        this.store = store;
        apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    void add(UUID review, List<EducationId> alike) {
        apart.executeWithoutResult(status -> store.add(review, alike));
    }
}
