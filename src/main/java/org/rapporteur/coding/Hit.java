package org.rapporteur.coding;

/** A cue found in a passage; offsets are 0-based in its text, UTF-16 code units. */
record Hit(Code code, Cue cue, int start, int end) {

    boolean overlaps(Hit other) {
        return start < other.end && other.start < end;
    }
}
