<?php
/**
 * Asks IdCards for a cardholder with PHP's own SoapClient.
 *
 * usage: php cardholder.php WSDL PARTNER EDUCATION_ID INSTITUTION_CODE
 * The secret is in KAPU_SECRET; KAPU_CA names the file of the authority that issued the hub's certificate.
 */
if ($argc !== 5) {
    exit("usage: php cardholder.php WSDL PARTNER EDUCATION_ID INSTITUTION_CODE\n");
}
[, $wsdl, $partner, $educationId, $institutionCode] = $argv;
$xroad = 'http://x-road.eu/xsd/xroad.xsd';

$tls = getenv('KAPU_CA') ? ['cafile' => getenv('KAPU_CA')] : [];
$client = new SoapClient($wsdl, [
    'login' => $partner,
    'password' => getenv('KAPU_SECRET'),
    'exceptions' => true,
    'trace' => true,
    'cache_wsdl' => WSDL_CACHE_NONE,
    'stream_context' => stream_context_create(['ssl' => $tls]),
]);

try {
    $answer = $client->__soapCall('getCardholder', [[
        'educationId' => $educationId,
        'institutionCode' => $institutionCode,
    ]], null, [
        new SoapHeader($xroad, 'id', bin2hex(random_bytes(16))),
        new SoapHeader($xroad, 'userId', 'HU12345'),
        new SoapHeader($xroad, 'protocolVersion', '4.0'),
    ]);
    echo "name: {$answer->cardholder->name->family} {$answer->cardholder->name->given}\n";
    echo "born: {$answer->cardholder->birthDate}\n";
    echo 'social security number: ', $answer->cardholder->socialSecurityNumber ?? 'None', "\n";
} catch (SoapFault $fault) {
    // PHP does not type a fault's detail: values are strings, and the texts stand in the order en, hu, tr.
    $said = $fault->detail->fault;
    echo "fault: {$said->code}\n";
    echo 'retryable: ', $said->retryable === 'true' ? 'True' : 'False', "\n";
    echo "says: {$fault->getMessage()}\n";
    foreach (array_combine(['en', 'hu', 'tr'], $said->text) as $language => $text) {
        echo "says in $language: $text\n";
    }
    foreach (array_combine(['en', 'hu', 'tr'], $said->remedy) as $language => $remedy) {
        echo "what to do, in $language: $remedy\n";
    }
    echo "questions: {$said->contact}\n";
}
