package dev.kapu.registry.amendment;

import dev.kapu.registry.Address;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.person.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
class AmendmentStore {
    private final JdbcTemplate jdbc;

    AmendmentStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void update(Person person) {
        var residence = new AddressColumns(person.residence());
        var stay = new AddressColumns(person.stay());
        jdbc.update(
                """
                update person set family_name = ?, given_name = ?, birth_family_name = ?, birth_given_name = ?,
                       mother_family_name = ?, mother_given_name = ?, birth_place = ?, birth_date = ?, sex = ?,
                       citizenship = ?, residence_country = ?, residence_postcode = ?, residence_settlement = ?,
                       residence_street = ?, stay_country = ?, stay_postcode = ?, stay_settlement = ?, stay_street = ?,
                       taj = ?
                 where education_id = ?""",
                person.name().family(),
                person.name().given(),
                person.birthName().family(),
                person.birthName().given(),
                person.motherName().family(),
                person.motherName().given(),
                person.birthPlace(),
                person.birthDate(),
                person.sex().word(),
                person.citizenship(),
                residence.country(),
                residence.postcode(),
                residence.settlement(),
                residence.street(),
                stay.country(),
                stay.postcode(),
                stay.settlement(),
                stay.street(),
                person.taj(),
                person.educationId().number());
    }

    private record AddressColumns(@Nullable Address address) {
        @Nullable
        String country() {
            return address == null ? null : address.country();
        }

        @Nullable
        String postcode() {
            return address == null ? null : address.postcode();
        }

        @Nullable
        String settlement() {
            return address == null ? null : address.settlement();
        }

        @Nullable
        String street() {
            return address == null ? null : address.street();
        }
    }

    @Nullable
    String qualification(EducationId id) {
        return jdbc.queryForObject(
                "select qualification from person where education_id = ?", String.class, id.number());
    }

    void setQualification(EducationId id, String qualification) {
        jdbc.update("update person set qualification = ? where education_id = ?", qualification, id.number());
    }
}
