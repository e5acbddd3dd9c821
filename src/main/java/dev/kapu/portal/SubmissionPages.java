package dev.kapu.portal;

import dev.kapu.contract.submission.Language;
import dev.kapu.contract.submissions.GetFurtherPath;
import dev.kapu.contract.submissions.GetFurtherPathResponse;
import dev.kapu.contract.submissions.GetHistory;
import dev.kapu.contract.submissions.GetHistoryResponse;
import dev.kapu.contract.submissions.GetStatus;
import dev.kapu.contract.submissions.GetStatusResponse;
import dev.kapu.contract.submissions.ListSubmissions;
import dev.kapu.contract.submissions.ListSubmissionsResponse;
import dev.kapu.contract.submissions.ResendSheet;
import dev.kapu.contract.submissions.ResendSheetResponse;
import dev.kapu.contract.submissions.Withdraw;
import dev.kapu.contract.submissions.WithdrawResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What an institution submitted, and what becomes of it (K16). */
@Controller
class SubmissionPages {
    static final String SUBMISSIONS = "/institution/submissions";
    static final String ONE = SUBMISSIONS + "/{number}";

    /** What an answer holds at most. */
    private static final int LIST = 1000;

    /** Outcomes on a page. */
    private static final int PAGE = 200;

    private final GateCall gate;

    SubmissionPages(GateCall gate) {
        this.gate = gate;
    }

    @GetMapping(SUBMISSIONS)
    String list(
            @AuthenticationPrincipal SignedInInstitution who,
            @RequestParam(required = false) @Nullable String before,
            Model model) {
        var body = new ListSubmissions();
        body.setInstitutionCode(who.getName());
        body.setBefore(before);
        var found = gate.ask(who, "Submissions/listSubmissions", body, ListSubmissionsResponse.class)
                .getSubmission();
        model.addAttribute("submissions", found);
        model.addAttribute("more", found.size() == LIST ? found.get(LIST - 1).getSubmissionNumber() : null);
        return "institution/submissions";
    }

    @GetMapping(ONE)
    String one(
            @AuthenticationPrincipal SignedInInstitution who,
            @PathVariable String number,
            @RequestParam(defaultValue = "1") int from,
            Model model) {
        var status = new GetStatus();
        status.setSubmissionNumber(number);
        status.setFromPosition(from);
        status.setLimit(PAGE);
        var history = new GetHistory();
        history.setSubmissionNumber(number);
        var path = new GetFurtherPath();
        path.setSubmissionNumber(number);
        var answer = gate.ask(who, "Submissions/getStatus", status, GetStatusResponse.class);
        model.addAttribute("submission", answer.getSubmission());
        model.addAttribute("entries", answer.getEntry());
        model.addAttribute("next", from <= answer.getSubmission().getEntryCount() - PAGE ? from + PAGE : null);
        model.addAttribute(
                "history",
                gate.ask(who, "Submissions/getHistory", history, GetHistoryResponse.class)
                        .getTransition());
        model.addAttribute(
                "path",
                gate.ask(who, "Submissions/getFurtherPath", path, GetFurtherPathResponse.class)
                        .getStep());
        return "institution/submission";
    }

    @GetMapping(ONE + "/sheet")
    ResponseEntity<Resource> sheet(
            @AuthenticationPrincipal SignedInInstitution who, @PathVariable String number, Locale language) {
        var body = new ResendSheet();
        body.setSubmissionNumber(number);
        body.setLanguage(Language.fromValue(language.getLanguage()));
        var sheet = gate.ask(who, "Submissions/resendSheet", body, ResendSheetResponse.class)
                .getSheet();
        return Downloads.of(sheet.getFileName(), sheet.getMediaType(), new ByteArrayResource(sheet.getContent()));
    }

    @PostMapping(ONE + "/withdraw")
    String withdraw(
            @AuthenticationPrincipal SignedInInstitution who,
            @PathVariable String number,
            @RequestParam(defaultValue = "false") boolean sure) {
        if (!sure) {
            return "redirect:" + SUBMISSIONS + "/{number}?unconfirmed";
        }
        var body = new Withdraw();
        body.setSubmissionNumber(number);
        var left = gate.ask(who, "Submissions/withdraw", body, WithdrawResponse.class)
                .getSubmission();
        return "redirect:" + SUBMISSIONS + "/" + left.getSubmissionNumber() + "?withdrawn";
    }
}
