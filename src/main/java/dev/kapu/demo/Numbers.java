package dev.kapu.demo;

import java.io.IOException;

/** Funding counts and compares; whoever is behind the numbers stays unknown (K22). */
final class Numbers implements Scene.Story {
    private final FundingControl funding;
    private final Whom whom;

    Numbers(FundingControl funding, Whom whom) {
        this.funding = funding;
        this.whom = whom;
    }

    @Override
    public String play() throws IOException, InterruptedException {
        var somewhere = whom.student(Whom.PRIMARY);
        var total =
                funding.headcounts(somewhere).unlessFault(FundingControl.NAME).one("total");
        var claim = funding.claim(somewhere).unlessFault(FundingControl.NAME);
        return ("funding control counts %s affiliations at school %s; of a claim for %s pupils of one grade at "
                        + "one site the registry holds %s")
                .formatted(total, somewhere.institutionCode(), claim.one("claimed"), claim.one("registered"));
    }
}
