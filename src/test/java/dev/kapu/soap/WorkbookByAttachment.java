package dev.kapu.soap;

import dev.kapu.contract.submission.Purpose;
import dev.kapu.contract.submission.Role;
import dev.kapu.contract.workbooks.ImportWorkbook;
import dev.kapu.contract.workbooks.ImportWorkbookResponse;
import dev.kapu.contract.workbooks.KapuFault;
import dev.kapu.contract.workbooks.Workbooks;
import dev.kapu.contract.xroad.rep.XRoadRepresentedPartyType;
import jakarta.activation.DataHandler;
import jakarta.activation.FileDataSource;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.ws.BindingProvider;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.soap.MTOMFeature;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import javax.xml.namespace.QName;
import org.apache.cxf.headers.Header;
import org.apache.cxf.jaxb.JAXBDataBinding;

/** The partner guide's sample of an attachment, as it stands there. */
final class WorkbookByAttachment {
    private WorkbookByAttachment() {}

    static ImportWorkbookResponse send(
            URL wsdl, String address, String partner, String secret, String institution, String id, Path file)
            throws JAXBException, KapuFault {
        var port = Service.create(wsdl, new QName("urn:kapu:workbooks:v1", "WorkbooksService"))
                .getPort(Workbooks.class, new MTOMFeature());
        var context = ((BindingProvider) port).getRequestContext();
        context.put(BindingProvider.ENDPOINT_ADDRESS_PROPERTY, address);
        context.put(BindingProvider.USERNAME_PROPERTY, partner);
        context.put(BindingProvider.PASSWORD_PROPERTY, secret);
        var represented = new XRoadRepresentedPartyType();
        represented.setPartyCode(institution);
        context.put(
                Header.HEADER_LIST,
                List.of(
                        new Header(
                                new QName("http://x-road.eu/xsd/xroad.xsd", "id"),
                                id,
                                new JAXBDataBinding(String.class)),
                        new Header(
                                new QName("http://x-road.eu/xsd/representation.xsd", "representedParty"),
                                represented,
                                new JAXBDataBinding(XRoadRepresentedPartyType.class))));
        var form = new ImportWorkbook();
        form.setInstitutionCode(institution);
        form.setPurpose(Purpose.REGISTRATION);
        form.setRole(Role.STUDENT);
        form.setWorkbook(new DataHandler(new FileDataSource(file.toFile())));
        return port.importWorkbook(form);
    }
}
