"""Collects with zeep the letters that bring institutions their new secrets, and prints each for its envelope.

usage: letters.py WSDL PARTNER [INSTITUTION...]
Of each INSTITUTION named the secret is replaced first. Each secret is told only this once, so let the output reach the
printer and nothing else; that no letter waits, or why it is refused, is said beside it (standard error). The Office's secret is in KAPU_SECRET; KAPU_CA names the file of the hub's authority.
"""
import os
import sys
import uuid

import requests
import zeep

if len(sys.argv) < 3:
    sys.exit(__doc__)
wsdl, partner, *institutions = sys.argv[1:]

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


def ask(operation, **content):
    headers = {"id": str(uuid.uuid4()), "protocolVersion": "4.0"}
    try:
        return client.service[operation](**content, _soapheaders=headers)
    except zeep.exceptions.Fault as fault:
        sys.exit(say(fault))


printed = 0
for code in institutions:
    ask("requestSecret", institutionCode=code)
while letters := ask("collectSecretLetters", most=20):
    for letter in letters:
        print(letter.name, letter.address.postcode, letter.address.settlement, letter.address.street, sep="\n")
        print("institution-" + letter.institutionCode, letter.secret, sep="\n", end="\n\n")
    printed += len(letters)
    sys.stdout.flush()
if printed == 0:
    print("No letter waits.", file=sys.stderr)
