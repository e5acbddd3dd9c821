package dev.kapu.soap;

import org.apache.cxf.frontend.WSDLGetInterceptor;
import org.apache.cxf.interceptor.StaxOutInterceptor;
import org.apache.cxf.message.Message;

/** Answers {@code ?wsdl} and {@code ?xsd}: all that CXF itself writes. */
final class ContractPublisher extends WSDLGetInterceptor {
    @Override
    protected void cleanUpOutInterceptors(Message out) {
        super.cleanUpOutInterceptors(out);
        out.getInterceptorChain().add(new StaxOutInterceptor());
    }
}
