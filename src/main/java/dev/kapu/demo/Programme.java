package dev.kapu.demo;

import java.util.List;

/** The scenes of a day, in their order. */
final class Programme {
    private Programme() {}

    static List<Scene> of(Cast cast) {
        var school = cast.bySecret(SchoolProgram.NAME);
        var office = cast.byCertificate(Cast.OFFICE);
        var byQueue = cast.schoolProgram();
        var news = cast.postboxes().of(SchoolProgram.NAME);
        var officesNews = cast.postboxes().of(Cast.OFFICE);
        var cardOfficesNews = cast.postboxes().of(IdCardOffice.NAME);
        var whom = cast.whom();
        var today = cast.today();
        var again = new Protagonists();
        var paperwork = new Paperwork(school, office);
        return List.of(
                Scene.at(7, "First-graders register", new FirstGraders(school, news, paperwork, whom, again, today)),
                Scene.at(8, "A pupil moves", new Move(byQueue, school, news, officesNews, paperwork, whom, today)),
                Scene.at(
                        9,
                        "Cards",
                        new Cards(byQueue, school, news, cast.idCardOffice(), cardOfficesNews, whom, again)),
                Scene.at(10, "A sheet comes in", new Application(school, news, whom, cast.ownSheets())),
                Scene.at(11, "Exams", new Exams(cast.examOffice(), news, whom, again)),
                Scene.at(
                        12,
                        "On to university",
                        new University(cast.universityAdmissions(), cast.universityRegister(), whom, again)),
                Scene.at(13, "A posting arrives", new Posting(cast.personnelOffice(), officesNews, whom)),
                Scene.at(
                        14,
                        "A school changes its name",
                        new Renaming(office, cast.postboxes().all(), whom, today)),
                Scene.at(15, "Funding asks", new Numbers(cast.fundingControl(), whom)),
                Scene.at(16, "Statistics asks", new Groups(cast.statisticsOffice())),
                Scene.at(17, "A pupil leaves", new Leaving(byQueue, cardOfficesNews, again, today)),
                Scene.at(18, "Who has looked?", new OwnFile(school, whom, again)));
    }
}
