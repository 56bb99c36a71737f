package org.rapporteur.call;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** A YAML file that people write: it is read without an exception, and every fault is kept with the line it stands on. */
public final class YamlFile {

    private final String name;
    private final List<String> faults = new ArrayList<>();

    /** @param name as it is called in messages: {@code call.yaml} */
    public YamlFile(String name) {
        this.name = name;
    }

    /** The map the file consists of; empty where it is none, which is a fault. */
    public Optional<YamlMap> read(String text) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (root instanceof MappingNode map) {
                return Optional.of(new YamlMap(this, map));
            }
            faults.add(name + " line 1: expected keys with values, such as 'code: MCH-2004'");
        } catch (MarkedYAMLException broken) {
            int line = broken.getProblemMark() == null ? 1 : broken.getProblemMark().getLine() + 1;
            faults.add("%s line %d: this is no valid YAML (%s); check indentation and quotation marks".formatted(name, line,
                    broken.getProblem()));
        }
        return Optional.empty();
    }

    /** Notes a fault at a place. */
    public void fault(Node place, String sentence) {
        faults.add("%s line %d: %s".formatted(name, place.getStartMark().getLine() + 1, sentence));
    }

    /** Everything found wrong so far, in order of discovery. */
    public List<String> faults() {
        return List.copyOf(faults);
    }
}
