package dev.kapu.access;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A policy file as nodes that know their place. Nodes are not constructed, so 040003 stays a text and no tag acts. */
final class YamlSource {
    private final String file;
    private final List<PolicyProblem> problems;

    YamlSource(String file, List<PolicyProblem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The sections of a file that is one list. */
    List<Section> sections(byte[] content, Phrase what, List<String> keys) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            var root = new Yaml(new LoaderOptions()).compose(new StringReader(text.toString()));
            if (root == null) {
                problem(PolicyProblem.of(file, Phrase.FILE_EMPTY.with()));
                return List.of();
            }
            return sections(root, what, keys);
        } catch (CharacterCodingException e) {
            problem(PolicyProblem.of(file, Phrase.NOT_UTF8.with()));
        } catch (MarkedYAMLException e) {
            problem(at(e.getProblemMark(), Phrase.NOT_YAML.with(e.getProblem())));
        } catch (YAMLException e) {
            problem(PolicyProblem.of(file, Phrase.NOT_YAML.with(String.valueOf(e.getMessage()))));
        }
        return List.of();
    }

    List<Section> sections(Node node, Phrase what, List<String> keys) {
        if (!(node instanceof SequenceNode list)) {
            problem(node, Phrase.LIST_EXPECTED.with(what));
            return List.of();
        }
        var sections = new ArrayList<Section>();
        for (var item : list.getValue()) {
            Section.of(item, what, keys, this).ifPresent(sections::add);
        }
        return sections;
    }

    void problem(Node node, Sentence sentence) {
        problem(place(node).problem(sentence));
    }

    Place place(Node node) {
        var mark = node.getStartMark();
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private PolicyProblem at(Mark mark, Sentence sentence) {
        return new PolicyProblem(file, mark.getLine() + 1, mark.getColumn() + 1, sentence);
    }

    void problem(PolicyProblem problem) {
        problems.add(problem);
    }

    record Place(String file, int line, int column) {
        PolicyProblem problem(Sentence sentence) {
            return new PolicyProblem(file, line, column, sentence);
        }
    }
}
