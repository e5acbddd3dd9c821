package dev.kapu.systems.submissions;

import dev.kapu.registry.InstitutionCode;
import dev.kapu.submission.Form;
import dev.kapu.submission.Mode;
import dev.kapu.submission.Order;
import dev.kapu.submission.Purpose;
import dev.kapu.submission.Role;
import org.jspecify.annotations.Nullable;

/** What the contracts say of a submission, with what stands for what is left out. */
final class Orders {
    /** Entries in one answer. */
    static final int MOST = 1000;

    private Orders() {}

    static Order of(
            Purpose purpose,
            dev.kapu.contract.submission.Role role,
            dev.kapu.contract.submission.@Nullable Mode mode,
            InstitutionCode institution,
            @Nullable Boolean allOrNothing,
            String partner) {
        return new Order(
                new Form(purpose, Role.valueOf(role.name()), mode == null ? Mode.INTERNET : Mode.valueOf(mode.name())),
                institution,
                Boolean.TRUE.equals(allOrNothing),
                partner);
    }
}
