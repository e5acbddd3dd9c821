package dev.kapu.submission;

/**
 * A step that still lies before a submission.
 *
 * @param position from 1; alternatives have the same
 */
public record PathStep(int position, Action action) {
    public enum Action {
        PRINT_AND_POST(Actor.INSTITUTION),
        SIGN(Actor.INSTITUTION),
        CONFIRM_AUTHENTICATION(Actor.OFFICE),
        DECIDE(Actor.OFFICE),
        REVIEW(Actor.OFFICE),
        READ_OUTCOME(Actor.INSTITUTION),
        REPORT_AFFILIATIONS(Actor.INSTITUTION);

        private final Actor actor;

        Action(Actor actor) {
            this.actor = actor;
        }

        public Actor actor() {
            return actor;
        }
    }
}
