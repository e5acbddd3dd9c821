// Asks IdCards for a cardholder with .NET's own HttpClient, without generated classes.
//
// usage: Cardholder ADDRESS PARTNER EDUCATION_ID INSTITUTION_CODE
// The secret is in KAPU_SECRET. The authority of the hub's certificate must be among those that the machine or the user
// trusts: certmgr on Windows, update-ca-certificates on Linux, cert-sync for Mono.
using System;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;

static class Cardholder
{
    static readonly XNamespace Soap = "http://schemas.xmlsoap.org/soap/envelope/";
    static readonly XNamespace XRoad = "http://x-road.eu/xsd/xroad.xsd";
    static readonly XNamespace IdCards = "urn:kapu:id-cards:v1";
    static readonly XNamespace Person = "urn:kapu:person:v1";
    static readonly XNamespace Faults = "urn:kapu:faults:v1";

    static void Main(string[] arguments)
    {
        var envelope = new XElement(Soap + "Envelope",
            new XElement(Soap + "Header",
                new XElement(XRoad + "id", Guid.NewGuid()),
                new XElement(XRoad + "userId", "HU12345")),
            new XElement(Soap + "Body",
                new XElement(IdCards + "getCardholder",
                    new XElement(IdCards + "educationId", arguments[2]),
                    new XElement(IdCards + "institutionCode", arguments[3]))));
        var answer = Ask(arguments[0], arguments[1], envelope);

        var fault = answer.Descendants(Faults + "fault").FirstOrDefault();
        if (fault != null)
        {
            Console.WriteLine("fault: " + fault.Element(Faults + "code").Value);
            Console.WriteLine("retryable: " + (bool) fault.Element(Faults + "retryable"));
            foreach (var text in fault.Elements(Faults + "text"))
            {
                Console.WriteLine("says in {0}: {1}", (string) text.Attribute("lang"), text.Value);
            }
            foreach (var remedy in fault.Elements(Faults + "remedy"))
            {
                Console.WriteLine("what to do, in {0}: {1}", (string) remedy.Attribute("lang"), remedy.Value);
            }
            Console.WriteLine("questions: " + fault.Element(Faults + "contact").Value);
            return;
        }
        var cardholder = answer.Descendants(IdCards + "cardholder").Single();
        var name = cardholder.Element(Person + "name");
        Console.WriteLine("name: {0} {1}", name.Element(Person + "family").Value, name.Element(Person + "given").Value);
        Console.WriteLine("born: " + cardholder.Element(Person + "birthDate").Value);
    }

    static XDocument Ask(string address, string partner, XElement envelope)
    {
        var secret = Environment.GetEnvironmentVariable("KAPU_SECRET");
        var handler = new HttpClientHandler();
        // With a client certificate instead of a secret:
        // handler.ClientCertificates.Add(new X509Certificate2("keystore.p12", "changeit"));
        using (var http = new HttpClient(handler))
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
                "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(partner + ":" + secret)));
            var content = new StringContent(envelope.ToString(), Encoding.UTF8, "text/xml");
            using (var answer = http.PostAsync(address, content).Result)
            {
                // A fault comes with status 500 and says what to do: read it, too.
                return XDocument.Parse(answer.Content.ReadAsStringAsync().Result);
            }
        }
    }
}
