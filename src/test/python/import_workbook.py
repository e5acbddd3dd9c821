"""Imports a filled template with zeep, and says what is wrong with it.

usage: import_workbook.py WSDL PARTNER INSTITUTION_CODE PURPOSE ROLE FILE
The secret is in KAPU_SECRET; KAPU_CA names the file of the authority that issued the hub's certificate.
"""
import os
import sys
import uuid

import requests
import zeep

if len(sys.argv) != 7:
    sys.exit(__doc__)
wsdl, partner, institution, purpose, role, file = sys.argv[1:]

session = requests.Session()
session.trust_env = False
session.auth = (partner, os.environ["KAPU_SECRET"])
session.verify = os.environ.get("KAPU_CA", True)
client = zeep.Client(wsdl, transport=zeep.Transport(session=session, operation_timeout=600))


def say(fault):
    detail = fault.detail.find("{urn:kapu:faults:v1}fault")
    said = client.get_element("{urn:kapu:faults:v1}fault").parse(detail, client.wsdl.types)
    english = next(remedy._value_1 for remedy in said.remedy if remedy.lang == "en")
    return f"refused: {said.code} {fault.message}\n  {english} Questions: {said.contact}"


try:
    with open(file, "rb") as workbook:
        answer = client.service.importWorkbook(
            institutionCode=institution,
            purpose=purpose,
            role=role,
            workbook=workbook.read(),
            _soapheaders={"id": str(uuid.uuid4()), "representedParty": {"partyCode": institution}},
        )
except OSError as missing:
    sys.exit(f"{file} cannot be read: {missing.strerror}")
except zeep.exceptions.ValidationError as wrong:
    sys.exit(f"{wrong}\n\n{__doc__}")
except zeep.exceptions.Fault as fault:
    sys.exit(say(fault))
print("rows:", answer.result.rows, "wrong:", answer.result.wrongRows)
if answer.submission:
    print("submission:", answer.submission.submissionNumber, answer.submission.state)
for finding in answer.finding:
    english = next(text._value_1 for text in finding.text if text.lang == "en")
    remedy = next(text._value_1 for text in finding.remedy if text.lang == "en")
    print(f"{finding.severity}: row {finding.row}, {finding.heading}: {english} {remedy}")
