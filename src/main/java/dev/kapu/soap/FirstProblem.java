package dev.kapu.soap;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import jakarta.xml.bind.ValidationEvent;
import jakarta.xml.bind.ValidationEventHandler;
import java.util.Optional;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.validation.ValidationProblemHandler;
import org.codehaus.stax2.validation.XMLValidationProblem;
import org.jspecify.annotations.Nullable;

/** Where a body first departs from its schema. Of the validator's own words what is {@link Expected} is kept: they quote the value. */
final class FirstProblem implements ValidationProblemHandler, ValidationEventHandler {
    private final XMLStreamReader2 reader;
    private @Nullable ElementReader reading;
    private Class<?> body = Object.class;
    private @Nullable String where;
    private @Nullable String element;

    FirstProblem(XMLStreamReader2 reader) {
        this.reader = reader;
    }

    @Override
    public void reportProblem(XMLValidationProblem problem) {
        if (where == null) {
            where = here();
            var said = String.valueOf(problem.getMessage());
            element = reading == null ? null : reading.path(Expected.unexpected(said));
            choices(said).or(() -> Expected.in(said)).ifPresent(expected -> where += "; expected: " + expected);
        }
    }

    /**
     * The validator knows how a day is written, and not that February has no 30th.
     *
     * @return that reading goes on, as after what the validator finds: limits are looked at to the end
     */
    @Override
    public boolean handleEvent(ValidationEvent unreadable) {
        if (where == null && unreadable.getSeverity() != ValidationEvent.WARNING) {
            where = here() + "; expected: an existing day";
            element = reading == null ? null : reading.read();
        }
        return true;
    }

    private String here() {
        var at = reader.getLocationInfo().getCurrentLocation();
        return "line " + at.getLineNumber() + ", column " + at.getColumnNumber();
    }

    private Optional<String> choices(String said) {
        return reading != null && Expected.isOfList(said) ? Choices.at(body, reading.names()) : Optional.empty();
    }

    /** @param type of the body */
    void within(ElementReader element, Class<?> type) {
        reading = element;
        body = type;
    }

    /** @throws FaultException {@code INVALID} if a problem was reported */
    void refuse() {
        if (where != null) {
            throw new FaultException(Fault.INVALID, element == null ? where : element + ", " + where);
        }
    }
}
