package dev.kapu.access;

import java.util.List;
import java.util.Set;
import javax.security.auth.x500.X500Principal;

/**
 * A partner and how it proves who it is.
 *
 * @param secrets SHA-256 hashes
 * @param fingerprints SHA-256 of certificates, as lower-case hexadecimal digits
 */
record PartnerEntry(Partner partner, List<byte[]> secrets, Set<String> fingerprints, Set<X500Principal> subjects) {}
