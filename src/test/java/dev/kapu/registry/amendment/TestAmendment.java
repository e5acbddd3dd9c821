package dev.kapu.registry.amendment;

import dev.kapu.registry.Address;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.PersonName;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.amendment.Amendment.Reason;
import dev.kapu.registry.amendment.Amendment.Removable;
import dev.kapu.registry.person.NewPerson;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An amendment in the making, of today; what is not said stays as it is. */
public final class TestAmendment {
    private final EducationId id;
    private final Reason reason;
    private LocalDate changedOn = TestRegistry.TODAY;
    private @Nullable PersonName name;
    private @Nullable PersonName birthName;
    private @Nullable PersonName motherName;
    private @Nullable String birthPlace;
    private @Nullable LocalDate birthDate;
    private @Nullable String citizenship;
    private @Nullable String taj;
    private @Nullable Address residence;
    private @Nullable Address stay;
    private Set<Removable> remove = Set.of();

    private TestAmendment(EducationId id, Reason reason) {
        this.id = id;
        this.reason = reason;
    }

    public static Amendment move(EducationId id, @Nullable Address to) {
        return new TestAmendment(id, Reason.MOVE).residence(to).made();
    }

    public static Amendment ofStaff(EducationId id, String post, @Nullable String qualification) {
        return new TestAmendment(id, Reason.POST).made(post, qualification, null);
    }

    public static Amendment ofAffiliation(EducationId id, AffiliationChange change) {
        return new TestAmendment(id, Reason.POST).made(null, null, change);
    }

    public static TestAmendment correction(EducationId id) {
        return new TestAmendment(id, Reason.CORRECTION);
    }

    public TestAmendment changedOn(LocalDate day) {
        changedOn = day;
        return this;
    }

    /** Names and birth of somebody. */
    public TestAmendment as(NewPerson person) {
        name = person.name();
        motherName = person.motherName();
        birthPlace = person.birthPlace();
        return birthName(person.birthName()).birthDate(person.birthDate());
    }

    public TestAmendment birthName(@Nullable PersonName now) {
        birthName = now;
        return this;
    }

    public TestAmendment motherName(PersonName now) {
        motherName = now;
        return this;
    }

    public TestAmendment birthPlace(String now) {
        birthPlace = now;
        return this;
    }

    public TestAmendment birthDate(@Nullable LocalDate now) {
        birthDate = now;
        return this;
    }

    public TestAmendment citizenship(String now) {
        citizenship = now;
        return this;
    }

    public TestAmendment taj(String now) {
        taj = now;
        return this;
    }

    public TestAmendment residence(@Nullable Address now) {
        residence = now;
        return this;
    }

    public TestAmendment stay(Address now) {
        stay = now;
        return this;
    }

    public TestAmendment removing(Removable... fields) {
        remove = Set.of(fields);
        return this;
    }

    public Amendment made() {
        return made(null, null, null);
    }

    private Amendment made(
            @Nullable String post, @Nullable String qualification, @Nullable AffiliationChange affiliation) {
        return new Amendment(
                id,
                reason,
                changedOn,
                new IdentityChange(name, birthName, motherName, birthPlace, birthDate, null, citizenship, taj),
                new HomeChange(residence, stay),
                post,
                qualification,
                affiliation,
                remove);
    }
}
