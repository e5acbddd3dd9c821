"""Imports contracts with zeep and lists their operations, one a line: contracts.py WSDL...

KAPU_CA names the file of the authority that issued the hub's certificate.
"""
import os
import sys

import requests
import zeep

session = requests.Session()
session.trust_env = False
session.verify = os.environ.get("KAPU_CA", True)
for wsdl in sys.argv[1:]:
    client = zeep.Client(wsdl, transport=zeep.Transport(session=session, timeout=30))
    for service in client.wsdl.services.values():
        for port in service.ports.values():
            for operation in port.binding.all():
                client.get_element(port.binding.get(operation).input.body.qname)
                print(f"{port.binding.port_type.name.localname}/{operation}")
