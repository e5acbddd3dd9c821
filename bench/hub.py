"""What the measures in Python share: a hub of their own, built from the sources as they are, and its messages."""
import base64, http.client, os, socket, subprocess, sys, time, zipfile

JAVA = os.path.join(os.environ["JAVA_HOME"], "bin/java") if "JAVA_HOME" in os.environ else "java"
ENVELOPE = ('<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:x="http://x-road.eu/xsd/xroad.xsd">'
            '<s:Header><x:id>%s</x:id>%s</s:Header><s:Body>%s</s:Body></s:Envelope>')
GET_CARDHOLDER = ('<getCardholder xmlns="urn:kapu:id-cards:v1"><educationId>%s</educationId>'
                  '<institutionCode>%s</institutionCode></getCardholder>')
GET_PERSON = '<getPerson xmlns="urn:kapu:person-registry:v1"><educationId>%s</educationId></getPerson>'
REPRESENTED = ('<r:representedParty xmlns:r="http://x-road.eu/xsd/representation.xsd"><r:partyCode>%s</r:partyCode>'
               '</r:representedParty>')


def prepare(data):
    """Goes to the project's directory, builds target/kapu.jar, and empties the directory of the measure."""
    os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
    subprocess.run(["mvn", "-q", "-B", "-DskipTests", "package"], check=True)
    subprocess.run(["rm", "-rf", data], check=True)
    os.makedirs(data)


def cardholder(message, person, institution):
    return ENVELOPE % (message, "", GET_CARDHOLDER % (person, institution))


def pupil(message, person, institution):
    return ENVELOPE % (message, REPRESENTED % institution, GET_PERSON % person)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Hub:
    """Started, but not awaited."""

    def __init__(self, data, persons, broker=None, more=()):
        self.data = data
        self.http, self.database, self.broker = free_port(), free_port(), broker or free_port()
        self.killed = False
        with open(data + "/hub.log", "ab") as log:
            self.process = subprocess.Popen(
                [JAVA, "-jar", "target/kapu.jar", "--kapu.data=" + data + "/data", "--kapu.seed.persons=" + persons,
                 "--kapu.demo.enabled=false", "--kapu.http.port=%d" % self.http, "--kapu.https.port=0",
                 "--kapu.database.port=%d" % self.database, "--kapu.broker.port=%d" % self.broker, *more],
                stdout=log, stderr=log)

    def await_ready(self, seconds=300):
        for _ in range(2 * seconds):
            if self.process.poll() is not None:
                sys.exit("the hub did not start; see %s/hub.log" % self.data)
            try:
                if self.get("/actuator/health/readiness")[0] == 200:
                    return
            except OSError:
                pass
            time.sleep(0.5)
        sys.exit("the hub was not ready within %d seconds" % seconds)

    def get(self, path):
        connection = http.client.HTTPConnection("127.0.0.1", self.http, timeout=10)
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()

    def headers(self, partner):
        with open(f"{self.data}/data/demo/{partner}/secret") as file:
            credential = base64.b64encode(f"{partner}:{file.read().strip()}".encode()).decode()
        return {"Content-Type": "text/xml; charset=utf-8", "Authorization": "Basic " + credential}

    def query(self, sql):
        with open(self.data + "/data/secrets/postgres") as file:
            environment = dict(os.environ, PGHOST="127.0.0.1", PGPORT=str(self.database), PGUSER="postgres",
                               PGDATABASE="kapu", PGPASSWORD=file.read().strip())
        text = subprocess.run(["psql", "-qAtF ", "-c", sql], env=environment, check=True, capture_output=True, text=True)
        return [line.split(" ") for line in text.stdout.splitlines()]

    def queue(self, what, output, *more):
        """Runs Queue.java with the libraries of the jar."""
        libraries = self.data + "/libraries"
        if not os.path.exists(libraries):
            with zipfile.ZipFile("target/kapu.jar") as jar:
                jar.extractall(libraries, [name for name in jar.namelist() if name.startswith("BOOT-INF/lib/")])
        return subprocess.Popen(
            [JAVA, "-cp", libraries + "/BOOT-INF/lib/*", "bench/Queue.java", what, str(self.broker),
             self.data + "/data/demo/id-card-office/secret", *more], stdout=output, stderr=subprocess.DEVNULL, text=True)

    def kill(self):
        self.killed = True
        self.process.kill()
        self.process.wait()

    def stop(self):
        self.process.terminate()
        self.process.wait()
