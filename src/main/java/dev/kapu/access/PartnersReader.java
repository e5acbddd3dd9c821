package dev.kapu.access;

import dev.kapu.access.DevelopmentFiles.Unusable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads {@code partners.yaml}. */
final class PartnersReader {
    private static final List<String> PARTNER =
            List.of("name", "title", "kind", "contact", "represents", "secrets", "certificates");
    /** A partner's name is also its broker user and part of its queues' names. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,61}[a-z0-9]");

    private final YamlSource source;
    private final DevelopmentFiles files;
    private final Map<String, PartnerEntry> partners = new LinkedHashMap<>();
    private final Map<String, String> credentialOwners = new LinkedHashMap<>();

    PartnersReader(YamlSource source, DevelopmentFiles files) {
        this.source = source;
        this.files = files;
    }

    Map<String, PartnerEntry> read(byte[] content) {
        for (var section : source.sections(content, Phrase.PARTNER, PARTNER)) {
            var entry = entry(section);
            var name = entry.partner().name();
            if (partners.putIfAbsent(name, entry) != null && !name.isEmpty()) {
                section.problem("name", Phrase.PARTNER_TWICE.with(name));
            }
        }
        return Map.copyOf(partners);
    }

    private PartnerEntry entry(Section section) {
        var name = section.text("name");
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            section.problem("name", Phrase.NOT_A_PARTNER_NAME.with(name));
        }
        if (InstitutionName.code(name).isPresent()) {
            section.problem("name", Phrase.NAME_OF_INSTITUTION.with(name));
        }
        var partner =
                new Partner(name, section.text("title"), kind(section), section.text("contact"), represents(section));
        var secrets = new ArrayList<byte[]>();
        for (var secret : section.sections("secrets", Phrase.SECRET, List.of("sha256", "file"))) {
            secret(name, secret, secrets);
        }
        var fingerprints = new HashSet<String>();
        var subjects = new HashSet<X500Principal>();
        for (var proof : section.sections("certificates", Phrase.CERTIFICATE, List.of("sha256", "subject", "file"))) {
            certificate(name, proof, fingerprints, subjects);
        }
        return new PartnerEntry(partner, List.copyOf(secrets), Set.copyOf(fingerprints), Set.copyOf(subjects));
    }

    private static Partner.Kind kind(Section section) {
        var word = section.text("kind");
        var kind = Partner.Kind.of(word);
        if (kind.isEmpty() && !word.isEmpty()) {
            section.problem("kind", Phrase.UNKNOWN_KIND.with(word, "system, office, institution"));
        }
        return kind.orElse(Partner.Kind.SYSTEM);
    }

    private Partner.Representation represents(Section section) {
        if (!section.has("represents")) {
            return Partner.Representation.NONE;
        }
        if (section.isWord("represents")) {
            if (section.text("represents").equals("all")) {
                return Partner.Representation.ALL;
            }
            section.problem("represents", Phrase.REPRESENTS_WHOM.with());
            return Partner.Representation.NONE;
        }
        var codes = section.texts("represents");
        for (var code : codes) {
            if (!Partner.isInstitutionCode(code.getValue())) {
                source.problem(code, Phrase.NOT_AN_INSTITUTION_CODE.with(code.getValue()));
            }
        }
        return new Partner.Representation(
                false, codes.stream().map(ScalarNode::getValue).collect(Collectors.toSet()));
    }

    private void secret(String partner, Section section, List<byte[]> secrets) {
        var way = section.choice().orElse("");
        var text = way.isEmpty() ? "" : section.text(way);
        if (text.isEmpty()) {
            return;
        }
        try {
            var hash = way.equals("file") ? files.secret(text) : hash(text);
            own(HexFormat.of().formatHex(hash), partner, section, way);
            secrets.add(hash);
        } catch (Unusable e) {
            section.problem(way, e.sentence());
        }
    }

    private void certificate(String partner, Section section, Set<String> fingerprints, Set<X500Principal> subjects) {
        var way = section.choice().orElse("");
        var text = way.isEmpty() ? "" : section.text(way);
        if (text.isEmpty()) {
            return;
        }
        try {
            if (way.equals("subject")) {
                var subject = subject(text);
                own(subject.getName(X500Principal.CANONICAL), partner, section, way);
                subjects.add(subject);
                return;
            }
            var fingerprint = HexFormat.of().formatHex(way.equals("file") ? files.certificate(text) : hash(text));
            own(fingerprint, partner, section, way);
            fingerprints.add(fingerprint);
        } catch (Unusable e) {
            section.problem(way, e.sentence());
        }
    }

    private static byte[] hash(String text) throws Unusable {
        return Sha256.parse(text).orElseThrow(() -> new Unusable(Phrase.NOT_A_SHA256.with()));
    }

    private static X500Principal subject(String text) throws Unusable {
        try {
            return new X500Principal(text);
        } catch (IllegalArgumentException e) {
            throw new Unusable(Phrase.NOT_A_DISTINGUISHED_NAME.with(text));
        }
    }

    /** A credential that is known to two proves neither. */
    private void own(String credential, String partner, Section section, String way) {
        var owner = credentialOwners.putIfAbsent(credential, partner);
        if (owner != null) {
            section.problem(way, Phrase.CREDENTIAL_TAKEN.with(owner));
        }
    }
}
