package dev.kapu.registry;

import dev.kapu.registry.Likeness.Degree;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The same birth date, and how many of the names and the birth place agree when accents and case are left out. */
@Component
class PlainDoubles implements Doubles {
    private static final int ALL = 5;

    private final PlainDoublesStore store;

    PlainDoubles(PlainDoublesStore store) {
        this.store = store;
    }

    @Override
    public void lock(List<NewPerson> persons) {
        store.lock(
                persons.stream().map(NewPerson::birthDate).distinct().sorted().toList());
    }

    @Override
    public List<Likeness> find(List<NewPerson> persons) {
        var held = store.bornOn(
                persons.stream().map(NewPerson::birthDate).distinct().toList());
        return persons.stream()
                .map(person -> {
                    var alike = new ArrayList<EducationId>();
                    for (var other : held.getOrDefault(person.birthDate(), List.of())) {
                        switch (compare(person, other.data())) {
                            case SAME -> {
                                return new Likeness(Degree.SAME, List.of(other.id()));
                            }
                            case ALIKE -> alike.add(other.id());
                            case NONE -> {}
                        }
                    }
                    return alike.isEmpty() ? Likeness.NONE : new Likeness(Degree.ALIKE, alike);
                })
                .toList();
    }

    @Override
    public long[] keys(NewPerson person) {
        return new long[] {person.birthDate().toEpochDay()};
    }

    private static Degree compare(NewPerson one, NewPerson other) {
        if (!one.birthDate().equals(other.birthDate())) {
            return Degree.NONE;
        }
        var ours = identity(one);
        var theirs = identity(other);
        int agreeing = 0;
        for (int i = 0; i < ALL; i++) {
            agreeing += plain(ours.get(i)).equals(plain(theirs.get(i))) ? 1 : 0;
        }
        if (agreeing == ALL) {
            return Degree.SAME;
        }
        return agreeing == ALL - 1 ? Degree.ALIKE : Degree.NONE;
    }

    private static List<String> identity(NewPerson person) {
        return List.of(
                person.birthName().family(),
                person.birthName().given(),
                person.motherName().family(),
                person.motherName().given(),
                person.birthPlace());
    }

    private static String plain(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{Mn}", "")
                .toLowerCase(Locale.ROOT);
    }

    @Override
    public void keep(List<EducationId> ids, List<NewPerson> persons) {}

    @Override
    public void replace(EducationId id, NewPerson before, NewPerson after) {}

    @Override
    public void forget(EducationId id, NewPerson person) {}
}
