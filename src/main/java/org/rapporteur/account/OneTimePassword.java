package org.rapporteur.account;

import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes passwords that are used once: easy to read aloud and to type, 80 bits of chance. */
final class OneTimePassword {

    /** 32 signs are 5 bits each; the letters i, l, o and u, which are taken for others, are left out */
    private static final String SIGNS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int GROUPS = 4;
    private static final int SIGNS_IN_GROUP = 4;

    private final RandomGenerator chance;

    /** @param chance must be cryptographically strong; {@link RandomGenerator} only so that a test can foretell it */
    OneTimePassword(RandomGenerator chance) {
        this.chance = chance;
    }

    /** Four groups of four signs, such as {@code 7kqm-w2xe-0hdt-9rbz}. */
    String next() {
        return IntStream.range(0, GROUPS).mapToObj(group -> group()).collect(Collectors.joining("-"));
    }

    private String group() {
        return chance.ints(SIGNS_IN_GROUP, 0, SIGNS.length()).mapToObj(SIGNS::charAt).map(String::valueOf)
                .collect(Collectors.joining());
    }
}
