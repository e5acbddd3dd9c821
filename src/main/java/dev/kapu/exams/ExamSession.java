package dev.kapu.exams;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;

/** A period of exams, named by its first month: {@code 2027-05} (May and June) or {@code 2027-10} (October and November). */
public record ExamSession(YearMonth month) {
    /** @throws FaultException {@code Client.Message.Invalid} */
    public static ExamSession of(String text) {
        try {
            var month = YearMonth.parse(text);
            if (month.getMonth() == Month.MAY || month.getMonth() == Month.OCTOBER) {
                return new ExamSession(month);
            }
        } catch (DateTimeParseException noMonth) {
            throw new FaultException(Fault.INVALID, "session");
        }
        throw new FaultException(Fault.INVALID, "session");
    }

    LocalDate first() {
        return month.atDay(1);
    }

    public String text() {
        return month.toString();
    }
}
