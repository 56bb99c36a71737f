package org.rapporteur.country;

/**
 * Who reports: an ISO 3166-1 alpha-3 code, or the code of a body that is not a country (two to five capitals).
 *
 * @param value two to five letters A to Z
 */
public record CountryCode(String value) implements Comparable<CountryCode> {

    public CountryCode {
        if (!value.matches("[A-Z]{2,5}")) {
            throw new IllegalArgumentException("a country code is two to five capitals such as KOR, not '" + value + "'");
        }
    }

    @Override
    public int compareTo(CountryCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
