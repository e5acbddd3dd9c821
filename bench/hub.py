"""What the measures in Python share: a hub of their own, built from the sources as they are, and its messages."""
import base64, http.client, os, re, socket, subprocess, sys, time, uuid, zipfile

JAVA = os.path.join(os.environ["JAVA_HOME"], "bin/java") if "JAVA_HOME" in os.environ else "java"
ENVELOPE = ('<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:x="http://x-road.eu/xsd/xroad.xsd">'
            '<s:Header><x:id>%s</x:id>%s</s:Header><s:Body>%s</s:Body></s:Envelope>')
GET_CARDHOLDER = ('<getCardholder xmlns="urn:kapu:id-cards:v1"><educationId>%s</educationId>'
                  '<institutionCode>%s</institutionCode></getCardholder>')
GET_PERSON = '<getPerson xmlns="urn:kapu:person-registry:v1"><educationId>%s</educationId></getPerson>'
AMEND_INSTITUTION = ('<amendInstitution xmlns="urn:kapu:institution-master:v1"><institutionCode>%s</institutionCode>'
                     '<validFrom>%s</validFrom><name>%s</name></amendInstitution>')
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


def renaming(institution, name):
    return ENVELOPE % (uuid.uuid4(), "", AMEND_INSTITUTION % (institution, time.strftime("%Y-%m-%d"), name))


def receivers(event):
    """The partners that have a grant for the event."""
    with open("config/permissions.yaml") as file:
        grants = file.read().split("\n- id: ")[1:]
    return sorted({re.search(r"\n  partner: (\S+)", grant).group(1) for grant in grants
                   if re.search(r"\bevents/%s\b" % event, grant)})


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Hub:
    """Started, but not awaited."""

    def __init__(self, data, persons, broker=None, options=(), home=None):
        """home: a directory with a config of its own; the project's unless given."""
        self.data = data
        self.http, self.database, self.broker = free_port(), free_port(), broker or free_port()
        self.killed = False
        with open(data + "/hub.log", "ab") as log:
            self.process = subprocess.Popen(
                [JAVA, "-jar", os.path.abspath("target/kapu.jar"), "--kapu.data=" + os.path.abspath(data + "/data"),
                 "--kapu.seed.persons=" + persons, "--kapu.demo.enabled=false", "--kapu.http.port=%d" % self.http,
                 "--kapu.https.port=0", "--kapu.database.port=%d" % self.database,
                 "--kapu.broker.port=%d" % self.broker, *options], stdout=log, stderr=log, cwd=home)

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

    def ask(self, partner, service, body):
        connection = http.client.HTTPConnection("127.0.0.1", self.http, timeout=10)
        connection.request("POST", "/services/" + service, body.encode(), self.headers(partner))
        answer = connection.getresponse().read().decode()
        if "faultcode" in answer:
            sys.exit("%s was refused: see the console of the hub, or its records" % service)
        return answer

    def query(self, sql):
        with open(self.data + "/data/secrets/postgres") as file:
            environment = dict(os.environ, PGHOST="127.0.0.1", PGPORT=str(self.database), PGUSER="postgres",
                               PGDATABASE="kapu", PGPASSWORD=file.read().strip())
        text = subprocess.run(["psql", "-qAtF ", "-c", sql], env=environment, check=True, capture_output=True, text=True)
        return [line.split(" ") for line in text.stdout.splitlines()]

    def queue(self, what, output, *more):
        return self.client("Queue", output, what, str(self.broker), self.data + "/data/demo/id-card-office/secret", *more)

    def readers(self, partners):
        """They read their queues; the process ends with kill."""
        process = self.client("Changes", subprocess.PIPE, str(self.broker), self.data + "/data/demo", *partners)
        if process.stdout.readline() != "reading\n":
            sys.exit("the partners could not connect to the broker")
        return process

    def client(self, source, output, *arguments):
        """Runs a source of bench with the libraries of the jar."""
        libraries = self.data + "/libraries"
        if not os.path.exists(libraries):
            with zipfile.ZipFile("target/kapu.jar") as jar:
                jar.extractall(libraries, [name for name in jar.namelist() if name.startswith("BOOT-INF/lib/")])
        return subprocess.Popen([JAVA, "-cp", libraries + "/BOOT-INF/lib/*", "bench/%s.java" % source, *arguments],
                                stdout=output, stderr=subprocess.DEVNULL, text=True)

    def kill(self):
        self.killed = True
        self.process.kill()
        self.process.wait()

    def stop(self):
        self.process.terminate()
        self.process.wait()
