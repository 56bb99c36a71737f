package org.rapporteur.intake;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rapporteur.submission.Authentication;

/**
 * What one {@code Authentication-Results} field says (RFC 8601): which server speaks, and how each method ended.
 *
 * @param server in lower case
 * @param results each with its method, its result and its properties, in lower case
 */
record AuthenticationResults(String server, List<Result> results) {

    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern PAIR = Pattern.compile("([a-z0-9.-]+)\\s*(?:/\\s*\\d+\\s*)?=\\s*(\\S+)");

    /** How one method ended: {@code dkim=pass header.d=ministry.example}. */
    record Result(String method, String value, Map<String, String> properties) {}

    static AuthenticationResults of(String field) {
        String plain = withoutComments(QUOTED.matcher(field.replaceAll("\\s+", " ")).replaceAll(quoted -> Matcher.quoteReplacement(quoted.group(1).replaceAll("[;\\s()]", ""))))
                .toLowerCase(Locale.ROOT);
        String[] pieces = plain.split(";");
        return new AuthenticationResults(pieces[0].strip().split("\\s", 2)[0],
                Arrays.stream(pieces).skip(1).map(AuthenticationResults::result).flatMap(Optional::stream).toList());
    }

    /**
     * Passed where DMARC did, or where the domain that DKIM signed for, or that SPF lets send, is the sender's own or one it belongs to.
     *
     * @param domain of the sender, in lower case
     */
    Authentication about(String domain) {
        boolean passed = results.stream().filter(result -> result.value().equals("pass")).anyMatch(result -> switch (result.method()) {
            case "dmarc" -> isOf(domain, result.properties().getOrDefault("header.from", ""));
            case "dkim" -> isOf(domain, result.properties().getOrDefault("header.d", ""));
            case "spf" -> isOf(domain, result.properties().getOrDefault("smtp.mailfrom", ""));
            default -> false;
        });
        boolean failed = results.stream().anyMatch(result -> result.method().equals("dmarc") && result.value().equals("fail"));
        return passed && !failed ? Authentication.PASSED : Authentication.FAILED;
    }

    private static boolean isOf(String domain, String named) {
        String proven = named.substring(named.lastIndexOf('@') + 1);
        return proven.contains(".") && (domain.equals(proven) || domain.endsWith("." + proven));
    }

    private static Optional<Result> result(String piece) {
        Matcher pairs = PAIR.matcher(piece);
        if (!pairs.find()) {
            return Optional.empty();
        }
        String method = pairs.group(1);
        String value = pairs.group(2);
        Map<String, String> properties = new HashMap<>();
        while (pairs.find()) {
            properties.putIfAbsent(pairs.group(1), pairs.group(2));
        }
        return Optional.of(new Result(method, value, properties));
    }

    /** Comments may be nested; what stands in them is for people. */
    private static String withoutComments(String field) {
        StringBuilder plain = new StringBuilder();
        int depth = 0;
        for (char letter : field.toCharArray()) {
            if (letter == '(') {
                depth++;
            } else if (letter == ')' && depth > 0) {
                depth--;
            } else if (depth == 0) {
                plain.append(letter);
            }
        }
        return plain.toString();
    }
}
