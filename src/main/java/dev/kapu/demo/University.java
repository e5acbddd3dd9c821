package dev.kapu.demo;

import java.io.IOException;

/** Who was examined applies to a university, which fills the form from the registry and takes over the ID (K3, K24). */
final class University implements Scene.Story {
    private final UniversityAdmissions admissions;
    private final UniversityRegister register;
    private final Whom whom;
    private final Protagonists protagonists;

    University(UniversityAdmissions admissions, UniversityRegister register, Whom whom, Protagonists protagonists) {
        this.admissions = admissions;
        this.register = register;
        this.whom = whom;
        this.protagonists = protagonists;
    }

    @Override
    public String play() throws IOException, InterruptedException {
        var known = protagonists.candidate();
        var applicant = known.isPresent() ? known.get() : whom.student(Whom.SECONDARY);
        var claim = Claim.right(applicant);
        var data = admissions.application(claim).unlessFault(UniversityAdmissions.NAME);
        register.adopt(claim).unlessFault(UniversityRegister.NAME);
        return ("the candidate of school %s applies; the form is filled from the registry with %d exam document, "
                        + "and the university takes over the same education ID")
                .formatted(
                        applicant.institutionCode(), data.all("documentNumber").size());
    }
}
