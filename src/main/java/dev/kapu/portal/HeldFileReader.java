package dev.kapu.portal;

import dev.kapu.contract.personregistry.GetSubjectFileResponse;
import dev.kapu.portal.HeldFile.Fact;
import dev.kapu.portal.HeldFile.Section;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.transform.dom.DOMResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reads a {@link HeldFile} out of the gate's answer: its elements, whatever they are, in the language of who reads. */
final class HeldFileReader {
    /** Of which the name of the datum is a value. */
    private static final Set<String> NAMED = Set.of("changedField", "datum");

    /** Of the paging, and not about the person. */
    private static final Set<String> NOT_HELD = Set.of("disclosurePage");

    private static final JAXBContext CONTRACT = contract();

    private final Locale language;

    HeldFileReader(Locale language) {
        this.language = language;
    }

    HeldFile read(GetSubjectFileResponse answer) {
        var sections = new LinkedHashMap<String, List<List<Fact>>>();
        children(root(answer))
                .filter(element -> !NOT_HELD.contains(element.getLocalName()))
                .forEach(element -> {
                    var facts = facts(element);
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

    private List<Fact> facts(Element entry) {
        var named = new ArrayList<Fact>();
        var plain = new LinkedHashMap<String, List<String>>();
        children(entry).forEach(child -> collect(child, "", plain, named));
        return Stream.concat(
                        plain.entrySet().stream().map(fact -> new Fact(fact.getKey(), null, fact.getValue())),
                        named.stream())
                .toList();
    }

    private void collect(Element element, String path, Map<String, List<String>> plain, List<Fact> named) {
        var name = path + element.getLocalName();
        if (NAMED.contains(element.getLocalName())) {
            named.add(new Fact(
                    said(element, "name").findFirst().orElse("?"),
                    said(element, "before").findFirst().orElse(null),
                    Stream.concat(said(element, "after"), said(element, "value"))
                            .toList()));
        } else if (children(element).findAny().isPresent()) {
            children(element).forEach(child -> collect(child, name + ".", plain, named));
        } else if (!element.getTextContent().isBlank() && isForReader(element)) {
            plain.computeIfAbsent(name, any -> new ArrayList<>()).add(element.getTextContent());
        }
    }

    private boolean isForReader(Element element) {
        return !element.hasAttribute("lang") || element.getAttribute("lang").equals(language.getLanguage());
    }

    private static Stream<String> said(Element element, String child) {
        return children(element).filter(one -> one.getLocalName().equals(child)).map(Node::getTextContent);
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
}
