"""Confirms with zeep that signed sheets have come: what the Office's scanner types, one code a line, or as arguments.

usage: scan.py WSDL PARTNER [BARCODE...]
The secret is in KAPU_SECRET; KAPU_CA names the file of the authority that issued the hub's certificate.
"""
import os
import sys
import uuid

import requests
import zeep

if len(sys.argv) < 3:
    sys.exit(__doc__)
wsdl, partner, *codes = sys.argv[1:]

session = requests.Session()
session.trust_env = False
session.auth = (partner, os.environ["KAPU_SECRET"])
session.verify = os.environ.get("KAPU_CA", True)
client = zeep.Client(wsdl, transport=zeep.Transport(session=session, operation_timeout=30))


def say(fault):
    detail = fault.detail.find("{urn:kapu:faults:v1}fault")
    said = client.get_element("{urn:kapu:faults:v1}fault").parse(detail, client.wsdl.types)
    english = next(remedy._value_1 for remedy in said.remedy if remedy.lang == "en")
    return f"refused: {said.code} {fault.message}\n  {english} Questions: {said.contact}"


for code in codes or (line.strip() for line in sys.stdin):
    try:
        submission = client.service.confirmAuthentication(
            barcode=code, _soapheaders={"id": str(uuid.uuid4()), "protocolVersion": "4.0"}
        )
        print("confirmed:", submission.submissionNumber, submission.institutionCode, submission.state)
    except zeep.exceptions.Fault as fault:
        print(say(fault))
