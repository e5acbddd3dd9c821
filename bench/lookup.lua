-- One cardholder lookup after another, each with its own message id and another person.
local people, n = {}, 0

function init()
  for line in io.lines(os.getenv("KAPU_IDS")) do
    n = n + 1
    people[n] = line
  end
  math.randomseed(os.time())
  run = os.time() .. "-" .. math.random(1000000) .. "-"
  sent = 0
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "text/xml; charset=utf-8"
  wrk.headers["Authorization"] = os.getenv("KAPU_AUTHORIZATION")
end

function request()
  sent = sent + 1
  local id, institution = people[math.random(n)]:match("(%S+) (%S+)")
  return wrk.format(nil, nil, nil,
    '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header>' ..
    '<x:id xmlns:x="http://x-road.eu/xsd/xroad.xsd">' .. run .. sent .. '</x:id></s:Header><s:Body>' ..
    '<getCardholder xmlns="urn:kapu:id-cards:v1"><educationId>' .. id .. '</educationId><institutionCode>' ..
    institution .. '</institutionCode></getCardholder></s:Body></s:Envelope>')
end
