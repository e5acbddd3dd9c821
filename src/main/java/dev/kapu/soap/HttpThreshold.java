package dev.kapu.soap;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.gate.Reply;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/**
 * Before CXF: whatever it would not take to the door gets its fault and its record here, a body must arrive in time, and
 * what is left of one is read away, so that a sender which writes everything before it reads can see its answer.
 */
final class HttpThreshold extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final Logger log = LoggerFactory.getLogger(HttpThreshold.class);
    private static final long MOST_READ_AWAY = 128L * 1024 * 1024;

    private final transient SoapDoor door;
    private final transient WsdlContracts contracts;
    private final transient ContractFiles files;
    private final transient SoapProperties properties;

    HttpThreshold(SoapDoor door, WsdlContracts contracts, SoapProperties properties) {
        this.door = door;
        this.contracts = contracts;
        this.files = new ContractFiles(contracts);
        this.properties = properties;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var service = service(request);
        if (HttpRules.asksForList(request)) {
            chain.doFilter(request, response);
            return;
        }
        var question = service == null ? null : files.asked(request, service);
        if (question != null) {
            chain.doFilter(question, response);
            return;
        }
        var timely = new TimelyRequest(request, response, properties.receiveTimeout());
        try {
            HttpRules.require(request, service, LargeBodies.announced(properties, service));
            chain.doFilter(timely, new OpenResponse(response));
        } catch (FaultException no) {
            refuse(timely, service, no, response);
        } catch (ServletException | RuntimeException unexpected) {
            log.error(
                    "a request did not get to the door: {} because of {}",
                    unexpected.getClass().getName(),
                    NestedExceptionUtils.getMostSpecificCause(unexpected)
                            .getClass()
                            .getName());
            if (response.isCommitted()) {
                throw unexpected;
            }
            response.reset();
            refuse(timely, service, new FaultException(Fault.INTERNAL), response);
        }
        timely.readAway(MOST_READ_AWAY);
    }

    private @Nullable Service service(HttpServletRequest request) {
        return contracts.services().stream()
                .filter(service -> ("/" + service.name()).equals(request.getPathInfo()))
                .findFirst()
                .orElse(null);
    }

    private void refuse(
            HttpServletRequest request, @Nullable Service service, FaultException no, HttpServletResponse response)
            throws IOException {
        Reply reply = door.refuse(Incoming.of(request), service, no);
        response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        response.setContentType("text/xml;charset=UTF-8");
        response.setContentLength(reply.bytes().length);
        if (no.fault() == Fault.METHOD_REFUSED) {
            response.setHeader("Allow", "POST");
        }
        response.getOutputStream().write(reply.bytes());
    }
}
