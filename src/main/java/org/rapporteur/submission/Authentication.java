package org.rapporteur.submission;

/** Whether a mail comes from whom it says, as the gateway that receives our mail found out. */
public enum Authentication {
    /** no gateway is named, or it did not come by mail */
    UNCHECKED,
    PASSED,
    FAILED,
    /** the gateway said nothing about it */
    MISSING,
    /** a person made sure by other means */
    VOUCHED;

    /** Whether it may come from somebody else than it says, as far as anybody knows. */
    public boolean isDoubtful() {
        return this == FAILED || this == MISSING;
    }
}
