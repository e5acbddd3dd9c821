package dev.kapu.portal;

import dev.kapu.contract.personregistry.GetSubjectFileResponse;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.transform.dom.DOMResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The file of a person (K27) as a page shows it: whatever the contract holds, under the contract's names, so that nothing is
 * left out that is added to the contract.
 *
 * @param last the record number after which the looks go on; null if all are told
 */
record HeldFile(List<Section> sections, @Nullable Long last) {
    /** Of which the name of the datum is a value. */
    private static final Set<String> NAMED = Set.of("changedField", "datum");

    /** Of the paging, and not about the person. */
    private static final Set<String> NOT_HELD = Set.of("disclosurePage");

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[0-9:.]{8,20}(Z|[+-]\\d{2}:\\d{2})");
    private static final JAXBContext CONTRACT = contract();

    /** @param name of the element, e.g. {@code affiliation} */
    record Section(String name, List<List<Fact>> entries) {}

    /**
     * @param field as in the contract, e.g. {@code name.family}
     * @param before of a change; else null
     * @param values empty if it was taken away
     */
    record Fact(String field, @Nullable Said before, List<Said> values) {
        public String last() {
            return field.substring(field.lastIndexOf('.') + 1);
        }

        /** Hazard: must not show what is held. */
        @Override
        public String toString() {
            return "Fact";
        }
    }

    /**
     * @param day if it is one
     * @param moment if it is one
     */
    record Said(
            String text, @Nullable LocalDate day, @Nullable OffsetDateTime moment) {
        static Said of(String text) {
            try {
                if (DAY.matcher(text).matches()) {
                    return new Said(text, LocalDate.parse(text), null);
                }
                if (MOMENT.matcher(text).matches()) {
                    return new Said(text, null, OffsetDateTime.parse(text));
                }
            } catch (DateTimeParseException looksLikeOne) {
                return new Said(text, null, null);
            }
            return new Said(text, null, null);
        }

        /** Hazard: must not show what is held. */
        @Override
        public String toString() {
            return "Said";
        }
    }

    static HeldFile of(GetSubjectFileResponse answer, Locale language) {
        var sections = new LinkedHashMap<String, List<List<Fact>>>();
        children(root(answer))
                .filter(element -> !NOT_HELD.contains(element.getLocalName()))
                .forEach(element -> {
                    var facts = facts(element, language);
                    if (!facts.isEmpty()) {
                        sections.computeIfAbsent(element.getLocalName(), any -> new ArrayList<>())
                                .add(facts);
                    }
                });
        return new HeldFile(
                sections.entrySet().stream()
                        .map(section -> new Section(section.getKey(), section.getValue()))
                        .toList(),
                last(answer));
    }

    private static @Nullable Long last(GetSubjectFileResponse answer) {
        var page = answer.getDisclosurePage();
        var looks = answer.getDisclosure();
        return page == null || !Boolean.TRUE.equals(page.isMore()) || looks.isEmpty()
                ? null
                : looks.get(looks.size() - 1).getRecordNumber();
    }

    private static List<Fact> facts(Element entry, Locale language) {
        var named = new ArrayList<Fact>();
        var plain = new LinkedHashMap<String, List<Said>>();
        children(entry).forEach(child -> collect(child, "", language, plain, named));
        return Stream.concat(
                        plain.entrySet().stream().map(fact -> new Fact(fact.getKey(), null, fact.getValue())),
                        named.stream())
                .toList();
    }

    private static void collect(
            Element element, String path, Locale language, Map<String, List<Said>> plain, List<Fact> named) {
        var name = path + element.getLocalName();
        if (NAMED.contains(element.getLocalName())) {
            named.add(new Fact(
                    said(element, "name").map(Said::text).findFirst().orElse("?"),
                    said(element, "before").findFirst().orElse(null),
                    Stream.concat(said(element, "after"), said(element, "value"))
                            .toList()));
        } else if (children(element).findAny().isPresent()) {
            children(element).forEach(child -> collect(child, name + ".", language, plain, named));
        } else if (!element.getTextContent().isBlank() && isFor(language, element)) {
            plain.computeIfAbsent(name, any -> new ArrayList<>()).add(Said.of(element.getTextContent()));
        }
    }

    private static boolean isFor(Locale language, Element element) {
        return !element.hasAttribute("lang") || element.getAttribute("lang").equals(language.getLanguage());
    }

    private static Stream<Said> said(Element element, String child) {
        return children(element)
                .filter(one -> one.getLocalName().equals(child))
                .map(Node::getTextContent)
                .map(Said::of);
    }

    private static Stream<Element> children(Element element) {
        var nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }

    private static Element root(GetSubjectFileResponse answer) {
        var result = new DOMResult();
        try {
            CONTRACT.createMarshaller().marshal(answer, result);
        } catch (JAXBException ownAnswer) {
            throw new IllegalStateException(ownAnswer);
        }
        return ((Document) result.getNode()).getDocumentElement();
    }

    private static JAXBContext contract() {
        try {
            return JAXBContext.newInstance(GetSubjectFileResponse.class);
        } catch (JAXBException ownContract) {
            throw new IllegalStateException(ownContract);
        }
    }

    /** Hazard: must not show what is held. */
    @Override
    public String toString() {
        return "HeldFile";
    }
}
