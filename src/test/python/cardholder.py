"""Asks IdCards for a cardholder with zeep, as a card office's own program would.

usage: cardholder.py WSDL PARTNER EDUCATION_ID INSTITUTION_CODE
The secret is in KAPU_SECRET; KAPU_CA names the file of the authority that issued the hub's certificate.
"""
import os
import sys
import uuid

import requests
import zeep

if len(sys.argv) != 5:
    sys.exit(__doc__)
wsdl, partner, education_id, institution_code = sys.argv[1:]

session = requests.Session()
session.trust_env = False
session.auth = (partner, os.environ["KAPU_SECRET"])
session.verify = os.environ.get("KAPU_CA", True)
client = zeep.Client(wsdl, transport=zeep.Transport(session=session, operation_timeout=30))
print("address:", client.service._binding_options["address"])

try:
    cardholder = client.service.getCardholder(
        educationId=education_id,
        institutionCode=institution_code,
        _soapheaders={"id": str(uuid.uuid4()), "userId": "HU12345", "protocolVersion": "4.0"},
    )
    print("name:", cardholder.name.family, cardholder.name.given)
    print("born:", cardholder.birthDate.isoformat())
    print("social security number:", cardholder.socialSecurityNumber)
except zeep.exceptions.Fault as fault:
    detail = fault.detail.find("{urn:kapu:faults:v1}fault")
    said = client.get_element("{urn:kapu:faults:v1}fault").parse(detail, client.wsdl.types)
    print("fault:", said.code)
    print("retryable:", said.retryable)
    print("says:", fault.message)
    for text in said.text:
        print(f"says in {text.lang}: {text._value_1}")
    for remedy in said.remedy:
        print(f"what to do, in {remedy.lang}: {remedy._value_1}")
    print("questions:", said.contact)
