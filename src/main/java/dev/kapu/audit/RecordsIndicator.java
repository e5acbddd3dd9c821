package dev.kapu.audit;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Down while records cannot be written: then the door is shut, whether or not the database answers. */
final class RecordsIndicator extends AbstractHealthIndicator {
    private final RecordDoor door;

    RecordsIndicator(RecordDoor door) {
        this.door = door;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        door.refusal()
                .ifPresentOrElse(
                        state -> builder.down()
                                .withDetail("reason", reason(state))
                                .withDetail("sqlState", state),
                        builder::up);
    }

    /** A word for what an administrator has to look at (PostgreSQL manual, "Error Codes"). */
    private static String reason(String state) {
        if (state.equals("25006")) {
            return "read-only";
        }
        if (state.equals("53100") || state.startsWith("58")) {
            return "disk";
        }
        if (state.equals("42501")) {
            return "right";
        }
        if (state.startsWith("08") || state.startsWith("57")) {
            return "unreachable";
        }
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("42") || state.startsWith("P0")
                ? "table"
                : "other";
    }
}
