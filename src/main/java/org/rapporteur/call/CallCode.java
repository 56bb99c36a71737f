package org.rapporteur.call;

/**
 * The short name of a call, as it stands in submission numbers: {@code MCH-2004}.
 *
 * @param value capitals, digits and hyphens, 2 to 40 characters
 */
public record CallCode(String value) {

    public CallCode {
        if (!value.matches("[A-Z0-9][A-Z0-9-]{1,39}")) {
            throw new IllegalArgumentException("a call code is capitals, digits and hyphens such as MCH-2004, not '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
