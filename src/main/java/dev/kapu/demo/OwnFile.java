package dev.kapu.demo;

import java.io.IOException;
import java.util.Map;
import java.util.TreeSet;

/** A parent asks through the school what is held, and who looked (K27). */
final class OwnFile implements Scene.Story {
    private final HttpWire school;
    private final Whom whom;
    private final Protagonists protagonists;

    OwnFile(HttpWire school, Whom whom, Protagonists protagonists) {
        this.school = school;
        this.whom = whom;
        this.protagonists = protagonists;
    }

    @Override
    public String play() throws IOException, InterruptedException {
        var children = protagonists.firstGraders();
        var pupil = children.isEmpty() ? whom.student(Whom.PRIMARY) : children.get(0);
        var file = school.get(
                Ask.OWN_FILE,
                Map.of(
                        "educationId", pupil.educationId(),
                        "institutionCode", pupil.institutionCode(),
                        "requestReference", "K-27/" + pupil.institutionCode()));
        return "through school %s a parent gets the child's file: %d disclosures, to %s"
                .formatted(
                        pupil.institutionCode(),
                        file.all("operation").size(),
                        String.join(", ", new TreeSet<>(file.all("partner"))));
    }
}
