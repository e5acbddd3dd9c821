package dev.kapu.audit;

/** Writes the disclosure record of a change together with the change (K21). */
public interface ChangeRecorder {
    /**
     * Stores the record in the caller's transaction and makes that transaction a durable one. Nothing is recorded until
     * it commits.
     *
     * @throws dev.kapu.fault.FaultException {@code Server.Audit.NotRecorded}; then the transaction must be rolled back
     */
    void recordWithin(DisclosureRecord disclosure);
}
