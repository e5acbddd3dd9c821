package dev.kapu.pki;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param enabled only for demonstration and tests: whoever can read the data directory is every partner
 * @param partners names as in {@code partners.yaml}
 */
@ConfigurationProperties("kapu.development-ca")
record DevelopmentCaProperties(
        @DefaultValue("false") boolean enabled,

        @DefaultValue({
            "id-card-office",
            "school-program",
            "admissions",
            "exam-registry",
            "higher-education-admissions",
            "higher-education-registry",
            "funding-control",
            "statistics-office",
            "registry-office",
            "personnel-module"
        })
        List<String> partners) {}
