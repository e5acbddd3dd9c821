package dev.kapu.fault;

import jakarta.validation.constraints.NotBlank;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** Whom a partner's operator may ask, with telephone or address, in each language. */
@Validated
@ConfigurationProperties("kapu.contact")
public record Contact(
        @NotBlank @DefaultValue("Registry Office, service desk")
        String en,

        @NotBlank @DefaultValue("A nyilvántartást vezető hivatal ügyfélszolgálata")
        String hu,

        @NotBlank @DefaultValue("Kayıt Dairesi, destek masası")
        String tr) {

    public String in(Locale language) {
        return switch (language.getLanguage()) {
            case "hu" -> hu;
            case "tr" -> tr;
            default -> en;
        };
    }
}
