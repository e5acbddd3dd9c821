package dev.kapu.soap.signature;

/** Namespaces and identifiers of SOAP 1.1, XML Signature and WS-Security. */
final class Names {
    static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    static final String DS = "http://www.w3.org/2000/09/xmldsig#";
    static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";
    private static final String OASIS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";
    static final String WSSE = OASIS + "wssecurity-secext-1.0.xsd";
    static final String WSU = OASIS + "wssecurity-utility-1.0.xsd";
    static final String X509_V3 = OASIS + "x509-token-profile-1.0#X509v3";
    static final String BASE64 = OASIS + "soap-message-security-1.0#Base64Binary";

    private Names() {}
}
