package dev.kapu.submission;

import dev.kapu.registry.InstitutionCode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
class SignerStore {
    private static final HexFormat HEX = HexFormat.of();

    private final JdbcTemplate jdbc;

    SignerStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    boolean maySign(InstitutionCode institution, String fingerprint) {
        return find(institution, fingerprint)
                .filter(signer -> signer.revokedAt() == null)
                .isPresent();
    }

    Optional<Signer> find(InstitutionCode institution, String fingerprint) {
        return jdbc
                .query(
                        """
                        select subject, registered_at, revoked_at from signer
                         where institution_code = ? and fingerprint = ?""",
                        (row, n) -> {
                            var revoked = row.getObject(3, OffsetDateTime.class);
                            return new Signer(
                                    institution,
                                    fingerprint,
                                    row.getString(1),
                                    row.getObject(2, OffsetDateTime.class).toInstant(),
                                    revoked == null ? null : revoked.toInstant());
                        },
                        institution.text(),
                        HEX.parseHex(fingerprint))
                .stream()
                .findFirst();
    }

    /** @return false for one that is known already, which stays as it is: what was revoked is not revived */
    boolean insert(Signer signer, String by) {
        return jdbc.update(
                        """
                        insert into signer (institution_code, fingerprint, subject, registered_at, registered_by)
                        values (?, ?, ?, ?, ?) on conflict do nothing""",
                        signer.institution().text(),
                        HEX.parseHex(signer.fingerprint()),
                        signer.subject(),
                        signer.registeredAt().atOffset(ZoneOffset.UTC),
                        by)
                == 1;
    }

    /** @return whether it could sign until now */
    boolean revoke(InstitutionCode institution, String fingerprint, Instant at, String by) {
        return jdbc.update("""
                update signer set revoked_at = ?, revoked_by = ?
                 where institution_code = ? and fingerprint = ? and revoked_at is null
                """, at.atOffset(ZoneOffset.UTC), by, institution.text(), HEX.parseHex(fingerprint)) == 1;
    }

    /**
     * @param attributes SHA-256 of what was signed, the time of signing in it: a signature can be written in more than one
     *     way, these cannot
     * @return whether none such was kept before
     */
    boolean keep(String number, byte[] signature, String fingerprint, Instant signedAt, byte[] attributes, Instant at) {
        return jdbc.update(
                        """
                        insert into submission_signature
                               (number, signature, fingerprint, signed_at, signed_attributes, verified_at)
                        values (?, ?, ?, ?, ?, ?) on conflict (fingerprint, signed_attributes) do nothing""",
                        number,
                        signature,
                        HEX.parseHex(fingerprint),
                        signedAt.atOffset(ZoneOffset.UTC),
                        attributes,
                        at.atOffset(ZoneOffset.UTC))
                == 1;
    }

    boolean isKept(String number, byte[] signature) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from submission_signature where number = ? and signature = ?)",
                Boolean.class,
                number,
                signature));
    }
}
