package org.rapporteur.coding;

/**
 * The short name of an entry of the codebook: {@code conditional-grants}.
 *
 * @param value lower case letters, digits and hyphens, at most 80 characters
 */
public record CodeId(String value) implements Comparable<CodeId> {

    public CodeId {
        if (!value.matches("[a-z][a-z0-9-]{0,79}")) {
            throw new IllegalArgumentException("a code is lower case letters, digits and hyphens such as conditional-grants, not '%s'"
                    .formatted(value));
        }
    }

    @Override
    public int compareTo(CodeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
