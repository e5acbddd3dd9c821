package dev.kapu.systems.submissions;

import dev.kapu.contract.submission.CanonicalForm;
import dev.kapu.contract.submission.Language;
import dev.kapu.contract.submission.Sheet;
import dev.kapu.contract.submissions.GetCanonicalForm;
import dev.kapu.contract.submissions.GetCanonicalFormResponse;
import dev.kapu.contract.submissions.ResendSheet;
import dev.kapu.contract.submissions.ResendSheetResponse;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.scope.Reach;
import dev.kapu.submission.Sheets;
import dev.kapu.submission.Tracking;
import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Objects;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** What is signed: the sheet, or the canonical form (K20). */
@Component
class SubmissionSheets {
    /** As much as an ordinary message may have: whatever came in one, leaves in one. */
    private static final int PART = 1 << 20;

    private static final int FIRST = 1;

    private final Tracking tracking;
    private final Sheets sheets;

    SubmissionSheets(Tracking tracking, Sheets sheets) {
        this.tracking = tracking;
        this.sheets = sheets;
    }

    public ResendSheetResponse sheet(ResendSheet request, @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var submission = tracking.find(request.getSubmissionNumber(), reach);
        var language = Objects.requireNonNullElse(request.getLanguage(), Language.HU);
        var sheet = new Sheet();
        sheet.setSubmissionNumber(submission.number());
        sheet.setFormCode(submission.form().code());
        sheet.setFileName(submission.form().code() + "-" + submission.number() + ".pdf");
        sheet.setMediaType("application/pdf");
        sheet.setContent(sheets.pdf(submission.number(), Locale.forLanguageTag(language.value()), reach));
        var answer = new ResendSheetResponse();
        answer.setSheet(sheet);
        return answer;
    }

    /** A long one only in parts: its bytes are held several times while they are on their way. */
    public GetCanonicalFormResponse canonicalForm(
            GetCanonicalForm request, @ExchangeProperty(Reach.PROPERTY) Reach reach) {
        var submission = tracking.find(request.getSubmissionNumber(), reach);
        var content = new ByteArrayOutputStream();
        var asked = request.getFromPosition();
        var next =
                tracking.writeCanonicalForm(submission.number(), asked == null ? FIRST : asked, PART, reach, content);
        if (asked == null && next.isPresent()) {
            throw new FaultException(Fault.CANONICAL_FORM_LONG, "fromPosition");
        }
        var form = new CanonicalForm();
        form.setSubmissionNumber(submission.number());
        form.setHash(submission.hash());
        form.setContent(content.toByteArray());
        next.ifPresent(form::setNextPosition);
        var answer = new GetCanonicalFormResponse();
        answer.setCanonicalForm(form);
        return answer;
    }
}
