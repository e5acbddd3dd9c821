package dev.kapu.soap;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.validation.ValidationProblemHandler;
import org.codehaus.stax2.validation.XMLValidationProblem;
import org.jspecify.annotations.Nullable;

/** Where a body first departs from its schema. The validator's own words are dropped: they quote the value. */
final class FirstProblem implements ValidationProblemHandler {
    private final XMLStreamReader2 reader;
    private @Nullable ElementReader reading;
    private @Nullable String where;
    private @Nullable String element;

    FirstProblem(XMLStreamReader2 reader) {
        this.reader = reader;
    }

    @Override
    public void reportProblem(XMLValidationProblem problem) {
        if (where == null) {
            var at = reader.getLocationInfo().getCurrentLocation();
            where = "line " + at.getLineNumber() + ", column " + at.getColumnNumber();
            element = reading == null ? null : reading.lastStarted();
        }
    }

    void within(ElementReader body) {
        reading = body;
    }

    /** @throws FaultException {@code INVALID} if a problem was reported */
    void refuse() {
        if (where != null) {
            throw new FaultException(Fault.INVALID, element == null ? where : element + ", " + where);
        }
    }
}
