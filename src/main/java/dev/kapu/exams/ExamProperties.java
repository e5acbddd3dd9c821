package dev.kapu.exams;

import java.time.LocalDate;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param ahead so long before a session begins its candidates may be registered
 * @param reach so long after its beginning they are in reach of the exam registry: until the next one has begun
 */
@ConfigurationProperties("kapu.exams")
record ExamProperties(
        @DefaultValue("P1Y") Period ahead,
        @DefaultValue("P7M") Period reach) {
    LocalDate opens(ExamSession session) {
        return session.first().minus(ahead);
    }

    LocalDate closes(ExamSession session) {
        return session.first().plus(reach);
    }
}
