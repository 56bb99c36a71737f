package org.rapporteur.call;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Keys with values at one place of a {@link YamlFile}; what is missing or of the wrong kind becomes a fault of the file. */
public final class YamlMap {

    private final YamlFile file;
    private final MappingNode node;
    private final Map<String, Node> values = new LinkedHashMap<>();

    YamlMap(YamlFile file, MappingNode node) {
        this.file = file;
        this.node = node;
        for (NodeTuple tuple : node.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (values.put(key, tuple.getValueNode()) != null) {
                file.fault(tuple.getKeyNode(), "'%s' stands here twice; keep one of them".formatted(key));
            }
        }
    }

    /** Notes every key that is none of these, with the one that may be meant. */
    public void allow(Set<String> known) {
        node.getValue().stream().map(NodeTuple::getKeyNode)
                .filter(key -> !(key instanceof ScalarNode scalar && known.contains(scalar.getValue())))
                .forEach(key -> file.fault(key, key instanceof ScalarNode scalar ? unknown(scalar.getValue(), known)
                        : "expected a word as key"));
    }

    public Set<String> keys() {
        return values.keySet();
    }

    /** Where a value stands, or the map itself where there is none. */
    public Node place(String key) {
        return values.getOrDefault(key, node);
    }

    /** A text that must be there; empty, with a fault, where it is not. */
    public String text(String key) {
        return optional(key).orElseGet(() -> {
            if (!values.containsKey(key)) {
                file.fault(node, "'%s' is missing here".formatted(key));
            }
            return "";
        });
    }

    /** A text that may be there. */
    public Optional<String> optional(String key) {
        Node value = values.get(key);
        if (value instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue().strip()).filter(text -> !text.isEmpty());
        }
        if (value != null) {
            file.fault(value, "'%s' should be one text".formatted(key));
        }
        return Optional.empty();
    }

    /** A text turned into a value; what the conversion refuses is a fault with its words. */
    public <T> @Nullable T value(String key, Function<String, T> conversion) {
        return optional(key).map(text -> converted(place(key), text, conversion)).orElse(null);
    }

    /** A list of texts; empty where there is none. */
    public List<String> texts(String key) {
        return values(key, Function.identity());
    }

    /** A list of texts turned into values. */
    public <T> List<T> values(String key, Function<String, T> conversion) {
        List<T> found = new ArrayList<>();
        for (Node item : items(key)) {
            if (item instanceof ScalarNode scalar) {
                T value = converted(item, scalar.getValue().strip(), conversion);
                if (value != null) {
                    found.add(value);
                }
            } else {
                file.fault(item, "'%s' should list texts".formatted(key));
            }
        }
        return found;
    }

    /** A list of maps; empty where there is none. */
    public List<YamlMap> maps(String key) {
        List<YamlMap> found = new ArrayList<>();
        for (Node item : items(key)) {
            if (item instanceof MappingNode map) {
                found.add(new YamlMap(file, map));
            } else {
                file.fault(item, "'%s' should list entries with keys".formatted(key));
            }
        }
        return found;
    }

    /** A map inside this one. */
    public Optional<YamlMap> map(String key) {
        Node value = values.get(key);
        if (value instanceof MappingNode map) {
            return Optional.of(new YamlMap(file, map));
        }
        if (value != null) {
            file.fault(value, "'%s' should have keys with values below it".formatted(key));
        }
        return Optional.empty();
    }

    /** The nodes of a list, for whoever needs their lines; empty where there is none. */
    public List<Node> items(String key) {
        Node value = values.get(key);
        if (value instanceof SequenceNode list) {
            return list.getValue();
        }
        if (value != null) {
            file.fault(value, "'%s' should be a list".formatted(key));
        }
        return List.of();
    }

    private <T> @Nullable T converted(Node place, String text, Function<String, T> conversion) {
        try {
            return conversion.apply(text);
        } catch (IllegalArgumentException | java.time.DateTimeException refused) {
            file.fault(place, refused.getMessage());
            return null;
        }
    }

    private static String unknown(String key, Set<String> known) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        String nearest = known.stream().min(Comparator.comparing(word -> distance.apply(word, key))).orElse("");
        return distance.apply(nearest, key) <= 2 ? "'%s' is not known here; do you mean '%s'?".formatted(key, nearest)
                : "'%s' is not known here; known are %s".formatted(key, known.stream().sorted().collect(Collectors.joining(", ")));
    }
}
