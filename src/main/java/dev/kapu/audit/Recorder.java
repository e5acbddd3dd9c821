package dev.kapu.audit;

import java.util.List;

/** Writes disclosure records (K21). */
public interface Recorder {
    /**
     * Returns once the record survives a crash of the hub and of the database server.
     *
     * @throws dev.kapu.fault.FaultException {@code Server.Audit.NotRecorded}; then nothing may be answered
     */
    void record(DisclosureRecord disclosure);

    /** The newest records, newest first, for the console. */
    List<DisclosureRecord> latest(int limit);

    /** The newest records of refusals and failures, newest first. */
    List<DisclosureRecord> latestRefusals(int limit);
}
