package org.rapporteur;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The rules for {@code routes/}: a route names steps and branches; it never computes. */
class RoutesTest {

    private static final int LONGEST = 80;
    private static final Set<String> COMPUTING = Set.of("setBody", "setHeader", "setProperty", "script", "groovy", "js", "python", "sql",
            "log", "transform", "process", "java", "joor", "jq", "xpath", "loop");

    @TestFactory
    Stream<DynamicTest> everyRouteFile() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("routes"))) {
            return files.sorted().toList().stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () ->
                    assertThat(faults(file.getFileName().toString(), Files.readString(file))).isEmpty()));
        }
    }

    @TestFactory
    Stream<DynamicTest> everyRuleIsSeenBroken() {
        String good = "- route:\n    id: read-papers\n    description: Reads papers\n    routeConfigurationId: hold\n    from:\n"
                + "      uri: direct:x\n      steps:\n        - bean:\n            ref: stages\n";
        return Stream.of(Map.entry("no description", good.replace("    description: Reads papers\n", "")),
                Map.entry("no configuration", good.replace("    routeConfigurationId: hold\n", "")),
                Map.entry("no verb and object", good.replace("read-papers", "reading")),
                Map.entry("a computed body", good + "        - setBody:\n            simple: x\n"),
                Map.entry("a secret in the open", good.replace("uri: direct:x", "uri: imap:x\n      parameters:\n        password: secret")),
                Map.entry("too long", good + "#\n".repeat(LONGEST)))
                .map(broken -> DynamicTest.dynamicTest(broken.getKey(), () ->
                        assertThat(faults("20-x.camel.yaml", broken.getValue())).isNotEmpty()));
    }

    private static List<String> faults(String name, String yaml) {
        List<String> faults = new ArrayList<>();
        if (!name.matches("\\d\\d-[a-z-]+\\.camel\\.yaml")) {
            faults.add("a route file is named by two digits and what it does, not " + name);
        }
        if (yaml.lines().count() > LONGEST) {
            faults.add("longer than " + LONGEST + " lines");
        }
        List<Map<String, Map<String, Object>>> entries = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        entries.stream().filter(entry -> entry.containsKey("route")).map(entry -> entry.get("route")).forEach(route -> {
            if (!String.valueOf(route.get("id")).matches("[a-z]+(-[a-z]+)+")) {
                faults.add("a route's id is a verb and an object");
            }
            if (!route.containsKey("description") || !route.containsKey("routeConfigurationId")) {
                faults.add("a route has a description and a routeConfigurationId");
            }
        });
        keys(entries, new HashSet<>()).stream().filter(COMPUTING::contains).forEach(key -> faults.add("a route never computes: " + key));
        yaml.lines().filter(line -> line.strip().startsWith("password:") && !line.contains("RAW({{")).forEach(line ->
                faults.add("a secret stands as RAW({{...}})"));
        return faults;
    }

    private static Set<String> keys(Object yaml, Set<String> keys) {
        switch (yaml) {
            case Map<?, ?> map -> map.forEach((key, value) -> {
                keys.add(String.valueOf(key));
                keys(value, keys);
            });
            case List<?> list -> list.forEach(value -> keys(value, keys));
            case null, default -> { }
        }
        return keys;
    }
}
