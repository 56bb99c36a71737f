package org.rapporteur;

/** The application. */
public final class Rapporteur {

    private Rapporteur() {}

    public static void main(String[] args) {
        System.out.println("not built yet");
    }
}
