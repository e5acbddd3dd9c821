package dev.kapu.soap;

import dev.kapu.gate.Operation;
import java.net.URL;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import org.codehaus.stax2.validation.XMLValidationSchema;

/**
 * One WSDL, understood.
 *
 * @param port the interface that CXF's generator made of its port type
 * @param byElement operations by the body element that names them
 */
record Service(
        String name,
        String namespace,
        URL wsdl,
        Class<?> port,
        Map<QName, Operation> byElement,
        XMLValidationSchema schema) {

    List<Operation> operations() {
        return List.copyOf(byElement.values());
    }
}
