"""Collects with zeep the letters that bring institutions their new secrets, and prints each for its envelope.

usage: letters.py WSDL PARTNER [INSTITUTION...]
Of each INSTITUTION named the secret is replaced first. Each secret is told only this once, so let the output reach the
printer and nothing else. The Office's secret is in KAPU_SECRET; KAPU_CA names the file of the hub's authority.
"""
import os
import sys
import uuid

import requests
import zeep

wsdl, partner, *institutions = sys.argv[1:]

session = requests.Session()
session.trust_env = False
session.auth = (partner, os.environ["KAPU_SECRET"])
session.verify = os.environ.get("KAPU_CA", True)
client = zeep.Client(wsdl, transport=zeep.Transport(session=session, operation_timeout=30))


def ask(operation, **content):
    headers = {"id": str(uuid.uuid4()), "protocolVersion": "4.0"}
    return client.service[operation](**content, _soapheaders=headers)


for code in institutions:
    ask("requestSecret", institutionCode=code)
while letters := ask("collectSecretLetters", most=20):
    for letter in letters:
        print(letter.name, letter.address.postcode, letter.address.settlement, letter.address.street, sep="\n")
        print("institution-" + letter.institutionCode, letter.secret, sep="\n", end="\n\n")
    sys.stdout.flush()
