package org.rapporteur.submission;

/** What the subject of a piece of work is; each kind passes through stages of its own. */
public enum WorkKind {
    /** a delivery on its way into the index: {@link Stage#RECEIVED} to {@link Stage#INDEXED} */
    DELIVERY,
    /** a letter on its way to its recipient: {@link Stage#TO_SEND} to {@link Stage#SENT} */
    LETTER,
    /** an extraction whose passages a changed codebook or model codes again: {@link Stage#TO_RECODE} to {@link Stage#RECODED} */
    RECODING
}
