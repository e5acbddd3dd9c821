import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Prints signed cardholder lookups of the card office, one a line: DATA_DIRECTORY IDS COUNT, where IDS has lines of
 * education ID and institution. Every signed element is written in canonical form, so nothing has to be canonicalised.
 * A message is good for five minutes.
 */
final class Sign {
    private static final String DS = "http://www.w3.org/2000/09/xmldsig#";
    private static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";
    private static final String OASIS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";
    private static final String WSU = "xmlns:wsu=\"" + OASIS + "wssecurity-utility-1.0.xsd\"";
    private static final String SOAP = "xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"";

    private final PrivateKey key;
    private final String certificate;
    private final String run = UUID.randomUUID() + "-";

    private Sign(Path credentials) throws Exception {
        key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pem(credentials.resolve("key.pem"))));
        certificate = base64(pem(credentials.resolve("cert.pem")));
    }

    public static void main(String[] args) throws Exception {
        var sign = new Sign(Path.of(args[0], "demo", "id-card-office"));
        List<String> people = Files.readAllLines(Path.of(args[1]));
        try (var out = new PrintWriter(
                new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), 1 << 20))) {
            IntStream.range(0, Integer.parseInt(args[2]))
                    .parallel()
                    .mapToObj(i -> sign.message(i, people.get(i % people.size()).split(" ")))
                    .forEach(out::println);
        }
    }

    private String message(int number, String[] person) {
        String id = "<x:id " + WSU + " xmlns:x=\"http://x-road.eu/xsd/xroad.xsd\" wsu:Id=\"id\">" + run + number + "</x:id>";
        String body = "<s:Body " + SOAP + " " + WSU + " wsu:Id=\"body\"><getCardholder xmlns=\"urn:kapu:id-cards:v1\">"
                + "<educationId>" + person[0] + "</educationId><institutionCode>" + person[1]
                + "</institutionCode></getCardholder></s:Body>";
        String time = "<wsu:Timestamp " + WSU + " wsu:Id=\"time\"><wsu:Created>"
                + Instant.now().truncatedTo(ChronoUnit.MILLIS) + "</wsu:Created></wsu:Timestamp>";
        String info = "<ds:SignedInfo xmlns:ds=\"" + DS + "\">" + method("CanonicalizationMethod", EXCLUSIVE)
                + method("SignatureMethod", "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256")
                + reference("id", id) + reference("time", time) + reference("body", body) + "</ds:SignedInfo>";
        return "<s:Envelope " + SOAP + "><s:Header>" + id + "<wsse:Security xmlns:wsse=\"" + OASIS
                + "wssecurity-secext-1.0.xsd\">" + time + "<wsse:BinarySecurityToken " + WSU + " wsu:Id=\"token\" ValueType=\""
                + OASIS + "x509-token-profile-1.0#X509v3\" EncodingType=\"" + OASIS
                + "soap-message-security-1.0#Base64Binary\">" + certificate + "</wsse:BinarySecurityToken>"
                + "<ds:Signature xmlns:ds=\"" + DS + "\">" + info + "<ds:SignatureValue>" + signature(info)
                + "</ds:SignatureValue><ds:KeyInfo><wsse:SecurityTokenReference><wsse:Reference URI=\"#token\"/>"
                + "</wsse:SecurityTokenReference></ds:KeyInfo></ds:Signature></wsse:Security></s:Header>" + body
                + "</s:Envelope>";
    }

    private static String reference(String id, String element) {
        return "<ds:Reference URI=\"#" + id + "\"><ds:Transforms>" + method("Transform", EXCLUSIVE) + "</ds:Transforms>"
                + method("DigestMethod", "http://www.w3.org/2001/04/xmlenc#sha256") + "<ds:DigestValue>" + digest(element)
                + "</ds:DigestValue></ds:Reference>";
    }

    private static String method(String name, String algorithm) {
        return "<ds:" + name + " Algorithm=\"" + algorithm + "\"></ds:" + name + ">";
    }

    private static String digest(String element) {
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(element.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String signature(String info) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(info.getBytes(StandardCharsets.UTF_8));
            return base64(signature.sign());
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The first block of the file. */
    private static byte[] pem(Path file) throws Exception {
        String text = Files.readString(file).split("-----END", 2)[0];
        return Base64.getMimeDecoder().decode(text.substring(text.indexOf('\n') + 1));
    }
}
