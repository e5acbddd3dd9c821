package dev.kapu.gate;

import dev.kapu.access.Decision;
import dev.kapu.audit.DisclosureRecord;
import dev.kapu.audit.DisclosureRecord.Outcome;
import dev.kapu.fault.Fault;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The record of one message while it is being handled; every step adds what it has learnt. */
final class Draft {
    private final Request.Receipt receipt;
    private final @Nullable String partner;
    private final Headers headers;
    private final @Nullable String operation;
    private @Nullable String caseReference;
    private @Nullable String purpose;
    private @Nullable String grant;
    private @Nullable String policyVersion;
    private @Nullable Fault reason;
    private boolean repeated;
    private boolean recorded;
    private List<String> persons = List.of();
    private Set<String> fields = Set.of();

    Draft(Request.Receipt receipt, @Nullable String partner, Headers headers, @Nullable String operation) {
        this.receipt = receipt;
        this.partner = partner;
        this.headers = headers;
        this.operation = operation;
        this.purpose = headers.purpose();
        this.caseReference = headers.issue();
    }

    void decided(Decision decision) {
        policyVersion = decision.policyVersion();
        if (decision instanceof Decision.Permit permit) {
            grant = permit.grant();
            purpose = permit.purpose();
        } else if (decision instanceof Decision.Deny deny) {
            grant = deny.grant();
        }
    }

    void askedAbout(@Nullable String educationId) {
        persons = educationId == null ? List.of() : List.of(educationId);
    }

    /** @param reference in the message itself; where there is one it says more than the header */
    void askedBecauseOf(@Nullable String reference) {
        caseReference = reference == null ? headers.issue() : reference;
    }

    void disclosed(Disclosure disclosure) {
        if (!disclosure.persons().isEmpty()) {
            persons = disclosure.persons();
        }
        fields = disclosure.fields();
    }

    void repeated() {
        repeated = true;
    }

    /** The record is durable already, together with the change that it is about. */
    void recorded() {
        recorded = true;
    }

    boolean isRecorded() {
        return recorded;
    }

    void failed(Fault fault) {
        reason = fault;
        fields = Set.of();
    }

    Outcome outcome() {
        if (reason != null) {
            return reason.category() == Fault.Category.SERVER ? Outcome.FAILED : Outcome.REFUSED;
        }
        return repeated ? Outcome.REPEATED : Outcome.ANSWERED;
    }

    @Nullable
    String partner() {
        return partner;
    }

    @Nullable
    String operation() {
        return operation;
    }

    long elapsedNanos() {
        return System.nanoTime() - receipt.nanos();
    }

    DisclosureRecord seal(int answerBytes) {
        return new DisclosureRecord(
                receipt.at(),
                receipt.channel(),
                partner,
                headers.client(),
                headers.userId(),
                headers.representedParty(),
                operation,
                headers.id(),
                caseReference,
                purpose,
                grant,
                policyVersion,
                outcome(),
                reason == null ? null : reason.code(),
                persons,
                fields,
                receipt.bytes(),
                answerBytes,
                TimeUnit.NANOSECONDS.toMicros(elapsedNanos()),
                receipt.hash());
    }
}
