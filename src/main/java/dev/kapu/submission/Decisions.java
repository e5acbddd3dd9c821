package dev.kapu.submission;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.scope.Reach;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the Office decides about submissions (K16); to all others {@code Client.Permission.NotPermitted}. */
@Component
public class Decisions {
    private final Tracking tracking;
    private final Progress progress;

    Decisions(Tracking tracking, Progress progress) {
        this.tracking = tracking;
        this.progress = progress;
    }

    /**
     * A signed sheet came, and its code was scanned.
     *
     * @throws FaultException {@code Client.Submission.BarcodeInvalid}; {@code Mismatch} if it does not fit the data
     */
    @Transactional
    public Submission confirm(String scanned, String by, Reach reach) {
        Office.require(reach);
        var barcode = Barcode.scanned(scanned);
        var submission = tracking.lock(barcode.number(), reach);
        if (!barcode.fits(submission)) {
            throw new FaultException(Fault.SUBMISSION_MISMATCH, "barcode");
        }
        return progress.authenticate(submission, by, null);
    }

    /**
     * The data take effect, and IDs are issued. If nothing can take effect, the submission is refused.
     *
     * @throws FaultException {@code Client.Submission.WrongState}; {@code Mismatch} if the stored data were altered
     */
    @Transactional
    public Submission accept(String number, String by, Reach reach) {
        Office.require(reach);
        return progress.accept(tracking.lock(number, reach), by);
    }

    @Transactional
    public Submission refuse(String number, Transition.Reason reason, String by, Reach reach) {
        Office.require(reach);
        return progress.close(tracking.lock(number, reach), Step.REFUSE, by, reason);
    }
}
