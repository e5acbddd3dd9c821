package dev.kapu.soap;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import jakarta.xml.bind.Unmarshaller;
import jakarta.xml.bind.ValidationEventHandler;
import java.io.OutputStream;
import java.util.Collection;
import javax.xml.stream.XMLStreamReader;

/** The types of one contract. A context for each, because an answer declares the namespaces of its whole context. */
final class BodyTypes {
    private final Pool<Unmarshaller> unmarshallers;
    private final Pool<Marshaller> marshallers;

    BodyTypes(Collection<Class<?>> classes) {
        try {
            var context = JAXBContext.newInstance(classes.toArray(Class<?>[]::new));
            unmarshallers = new Pool<>(() -> made(context::createUnmarshaller));
            marshallers = new Pool<>(() -> made(() -> {
                var marshaller = context.createMarshaller();
                marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
                return marshaller;
            }));
        } catch (JAXBException e) {
            throw new IllegalStateException("the contract types do not fit together", e);
        }
    }

    /** @param problems told what the schema allows and a type cannot hold, such as the 30th of February */
    <T> T read(XMLStreamReader element, Class<T> type, ValidationEventHandler problems) throws JAXBException {
        return unmarshallers.use(unmarshaller -> {
            unmarshaller.setEventHandler(problems);
            var body = unmarshaller.unmarshal(element, type).getValue();
            unmarshaller.setEventHandler(null);
            return body;
        });
    }

    void write(Object body, OutputStream bytes) {
        try {
            marshallers.use(marshaller -> {
                marshaller.marshal(body, bytes);
                return marshaller;
            });
        } catch (JAXBException e) {
            throw new IllegalStateException(body.getClass().getSimpleName() + " cannot be written", e);
        }
    }

    private interface Maker<T> {
        T make() throws JAXBException;
    }

    private static <T> T made(Maker<T> maker) {
        try {
            return maker.make();
        } catch (JAXBException e) {
            throw new IllegalStateException(e);
        }
    }
}
