<?php
/**
 * Imports contracts with PHP's own SoapClient and lists their operations, one a line: php contracts.php WSDL...
 *
 * KAPU_CA names the file of the authority that issued the hub's certificate.
 */
$tls = getenv('KAPU_CA') ? ['cafile' => getenv('KAPU_CA')] : [];
foreach (array_slice($argv, 1) as $wsdl) {
    $client = new SoapClient($wsdl, [
        'cache_wsdl' => WSDL_CACHE_NONE,
        'stream_context' => stream_context_create(['ssl' => $tls]),
    ]);
    $service = basename(parse_url($wsdl, PHP_URL_PATH));
    foreach ($client->__getFunctions() as $function) {
        preg_match('/^(\w+)Response \1\(/', $function, $found);
        echo "$service/{$found[1]}\n";
    }
}
