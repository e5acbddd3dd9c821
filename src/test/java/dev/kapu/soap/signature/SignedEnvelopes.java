package dev.kapu.soap.signature;

import dev.kapu.pki.KeyAndCertificate;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import javax.xml.crypto.XMLStructure;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/**
 * Signs SOAP envelopes as a partner does, with the JDK's own XML signatures: body, timestamp and all header blocks.
 * Everything about it can be got wrong on request.
 */
public final class SignedEnvelopes {
    private static final String XMLNS = "http://www.w3.org/2000/xmlns/";

    private final KeyAndCertificate key;
    private Instant created = Instant.now();
    private @Nullable Instant expires;
    private Predicate<Element> covered = element -> true;
    private String signature = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    private String digest = DigestMethod.SHA256;
    private String canonicalization = Names.EXCLUSIVE;
    private List<String> transforms = List.of(Names.EXCLUSIVE);
    private KeyAndCertificate shown;

    private SignedEnvelopes(KeyAndCertificate key) {
        this.key = key;
        this.shown = key;
    }

    public static String sign(String envelope, KeyAndCertificate key) {
        return with(key).sign(envelope);
    }

    public static SignedEnvelopes with(KeyAndCertificate key) {
        return new SignedEnvelopes(key);
    }

    public SignedEnvelopes created(Instant at) {
        created = at;
        return this;
    }

    public SignedEnvelopes expires(Duration after) {
        expires = created.plus(after);
        return this;
    }

    public SignedEnvelopes covering(Predicate<Element> elements) {
        covered = elements;
        return this;
    }

    public SignedEnvelopes signature(String algorithm) {
        signature = algorithm;
        return this;
    }

    public SignedEnvelopes digest(String algorithm) {
        digest = algorithm;
        return this;
    }

    public SignedEnvelopes canonicalization(String algorithm) {
        canonicalization = algorithm;
        return this;
    }

    public SignedEnvelopes transforms(String... algorithms) {
        transforms = List.of(algorithms);
        return this;
    }

    /** Another's certificate beside one's own signature. */
    public SignedEnvelopes showing(KeyAndCertificate other) {
        shown = other;
        return this;
    }

    /** @param envelope SOAP 1.1 with a header */
    public String sign(String envelope) {
        try {
            Document document = parse(envelope);
            Element header = child(document.getDocumentElement(), "Header");
            Element security = append(header, Names.WSSE, "wsse:Security");
            Element timestamp = append(security, Names.WSU, "wsu:Timestamp");
            append(timestamp, Names.WSU, "wsu:Created").setTextContent(created.toString());
            if (expires != null) {
                append(timestamp, Names.WSU, "wsu:Expires").setTextContent(expires.toString());
            }
            Element token = append(security, Names.WSSE, "wsse:BinarySecurityToken");
            token.setAttribute("EncodingType", Names.BASE64);
            token.setAttribute("ValueType", Names.X509_V3);
            token.setAttributeNS(Names.WSU, "wsu:Id", "token");
            token.setTextContent(
                    Base64.getEncoder().encodeToString(shown.certificate().getEncoded()));
            sign(document, security, references(document, header, timestamp));
            return text(document);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private List<Element> references(Document document, Element header, Element timestamp) {
        List<Element> signed = new ArrayList<>(Elements.children(header));
        signed.removeIf(element -> Elements.is(element, Names.WSSE, "Security"));
        signed.add(timestamp);
        signed.add(child(document.getDocumentElement(), "Body"));
        signed.removeIf(covered.negate());
        for (int i = 0; i < signed.size(); i++) {
            Element element = signed.get(i);
            if (!element.hasAttributeNS(Names.WSU, "Id")) {
                element.setAttributeNS(XMLNS, "xmlns:wsu", Names.WSU);
                element.setAttributeNS(Names.WSU, "wsu:Id", "part-" + i);
            }
        }
        return signed;
    }

    private void sign(Document document, Element security, List<Element> elements) throws Exception {
        var factory = XMLSignatureFactory.getInstance("DOM");
        var context = new DOMSignContext(key.key(), security);
        context.setDefaultNamespacePrefix("ds");
        context.setProperty("org.jcp.xml.dsig.secureValidation", false);
        List<Transform> steps = new ArrayList<>();
        for (String transform : transforms) {
            steps.add(factory.newTransform(transform, (TransformParameterSpec) null));
        }
        List<Reference> references = new ArrayList<>();
        for (Element element : elements) {
            context.setIdAttributeNS(element, Names.WSU, "Id");
            references.add(factory.newReference(
                    "#" + element.getAttributeNS(Names.WSU, "Id"),
                    factory.newDigestMethod(digest, null),
                    steps,
                    null,
                    null));
        }
        Element str = document.createElementNS(Names.WSSE, "wsse:SecurityTokenReference");
        append(str, Names.WSSE, "wsse:Reference").setAttribute("URI", "#token");
        var keys = factory.getKeyInfoFactory();
        factory.newXMLSignature(
                        factory.newSignedInfo(
                                factory.newCanonicalizationMethod(canonicalization, (C14NMethodParameterSpec) null),
                                factory.newSignatureMethod(signature, null),
                                references),
                        keys.newKeyInfo(List.<XMLStructure>of(new DOMStructure(str))))
                .sign(context);
    }

    static Document parse(String xml) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    static String text(Node node) throws Exception {
        var transformer = TransformerFactory.newDefaultInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        var text = new StringWriter();
        transformer.transform(new DOMSource(node), new StreamResult(text));
        return text.toString();
    }

    static Element child(Element parent, String name) {
        return Elements.one(parent, Names.SOAP, name);
    }

    static Element append(Element parent, String namespace, String name) {
        Document document = parent.getOwnerDocument();
        Element child = document.createElementNS(namespace, name);
        child.setAttributeNS(XMLNS, "xmlns:" + name.substring(0, name.indexOf(':')), namespace);
        parent.appendChild(child);
        return child;
    }
}
