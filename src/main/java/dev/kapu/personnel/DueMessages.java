package dev.kapu.personnel;

import dev.kapu.fault.FaultException;
import dev.kapu.registry.Today;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** On a new day: what waited for it takes effect, and what contradicted may fit by now, as the registry has moved on. */
@Component
class DueMessages {
    private static final Logger log = LoggerFactory.getLogger(DueMessages.class);

    private final StaffMessageStore messages;
    private final StaffReports reports;
    private final Today today;
    private LocalDate done = LocalDate.MIN;

    DueMessages(StaffMessageStore messages, StaffReports reports, Today today) {
        this.messages = messages;
        this.reports = reports;
        this.today = today;
    }

    @Scheduled(fixedDelay = 60_000)
    void onNewDay() {
        var day = today.date();
        if (day.equals(done)) {
            return;
        }
        try {
            tryAgain(day);
            done = day;
        } catch (DataAccessException later) {
            log.warn(
                    "Personnel messages are tried again later: {}",
                    later.getClass().getSimpleName());
        }
    }

    void tryAgain(LocalDate day) {
        for (var id : messages.unsettled(day)) {
            try {
                reports.retry(id);
            } catch (FaultException | DataAccessException failed) {
                log.warn(
                        "Personnel messages of a person could not be tried again: {}",
                        failed.getClass().getSimpleName());
            }
        }
    }
}
