package dev.kapu.external;

import dev.kapu.external.personnel.ListStaff;
import dev.kapu.external.personnel.ListStaffResponse;
import dev.kapu.external.personnel.PersonnelModule;
import dev.kapu.external.personnel.StaffMember;
import dev.kapu.personnel.PersonnelProperties;
import dev.kapu.personnel.StaffModule;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.affiliation.AffiliationType;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import jakarta.xml.ws.WebServiceException;
import jakarta.xml.ws.soap.SOAPFaultException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;
import org.jspecify.annotations.Nullable;

/**
 * Asks the personnel module by its own contract. Each attempt has a deadline; one that failed is made again after a while,
 * and after many that failed the module is left in peace before it is tried anew.
 */
final class PersonnelModuleClient implements StaffModule, AutoCloseable {
    private static final String NAME = "personnel-module";
    private static final float HALF = 50;
    private static final DatatypeFactory CALENDARS = DatatypeFactory.newDefaultInstance();

    private final PersonnelModule port;
    private final Deadline deadline;
    private final CircuitBreaker breaker;
    private final Retry retry;
    private volatile Failure latest = Failure.UNREACHABLE;
    private volatile @Nullable Instant peaceUntil;

    PersonnelModuleClient(PersonnelModule port, PersonnelProperties properties) {
        this.port = port;
        this.deadline = new Deadline(properties.deadline(), NAME);
        this.breaker = CircuitBreaker.of(
                NAME,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(properties.breakAfter())
                        .minimumNumberOfCalls(properties.breakAfter())
                        .failureRateThreshold(HALF)
                        .waitDurationInOpenState(properties.leaveInPeace())
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .build());
        breaker.getEventPublisher().onStateTransition(event -> {
            if (event.getStateTransition().getToState() == CircuitBreaker.State.OPEN) {
                peaceUntil = event.getCreationTime().toInstant().plus(properties.leaveInPeace());
            }
        });
        this.retry = Retry.of(
                NAME,
                RetryConfig.custom()
                        .maxAttempts(properties.attempts())
                        .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(properties.backOff(), 2.0))
                        .retryOnException(failed -> failed instanceof Failed why && why.failure() != Failure.NOT_ASKED)
                        .build());
    }

    CircuitBreaker.State state() {
        return breaker.getState();
    }

    @Override
    public List<Entry> listStaff(InstitutionCode institution, LocalDate day) {
        return Retry.decorateSupplier(retry, () -> attempt(institution, day)).get();
    }

    private List<Entry> attempt(InstitutionCode institution, LocalDate day) {
        try {
            return breaker.executeSupplier(() -> deadline.call(() -> ask(institution, day)));
        } catch (CallNotPermittedException open) {
            throw Failed.leftInPeace(latest, peaceUntil);
        } catch (Failed failed) {
            if (failed.failure() != Failure.NOT_ASKED) {
                latest = failed.failure();
            }
            throw failed;
        }
    }

    private List<Entry> ask(InstitutionCode institution, LocalDate day) {
        var question = new ListStaff();
        question.setInstitutionCode(institution.text());
        question.setDay(CALENDARS.newXMLGregorianCalendar(day.toString()));
        var answer = answer(question);
        if (!institution.text().equals(answer.getInstitutionCode()) || !day.equals(date(answer.getDay()))) {
            throw new Failed(Failure.OTHER_INSTITUTION);
        }
        return answer.getStaff().stream().map(PersonnelModuleClient::entry).toList();
    }

    private ListStaffResponse answer(ListStaff question) {
        try {
            return port.listStaff(question);
        } catch (SOAPFaultException fault) {
            throw new Failed(Failure.UNREADABLE);
        } catch (WebServiceException failed) {
            throw new Failed(failure(failed));
        }
    }

    /** What could not be read is told from what did not come by what lies at the bottom. */
    private static Failure failure(Throwable failed) {
        var failure = Failure.UNREADABLE;
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException || cause instanceof HttpTimeoutException) {
                return Failure.TOO_SLOW;
            }
            if (cause instanceof IOException) {
                failure = Failure.UNREACHABLE;
            }
        }
        return failure;
    }

    private static Entry entry(StaffMember from) {
        return new Entry(
                from.getEducationId(),
                AffiliationType.ofWord(from.getEmploymentType()),
                new SiteSerial(from.getSiteSerial()),
                date(from.getStartDate()),
                from.getWeeklyHours(),
                from.getPost());
    }

    private static LocalDate date(XMLGregorianCalendar day) {
        return LocalDate.of(day.getYear(), day.getMonth(), day.getDay());
    }

    @Override
    public void close() {
        deadline.close();
    }
}
