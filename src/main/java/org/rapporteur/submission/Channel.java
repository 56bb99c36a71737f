package org.rapporteur.submission;

/** How a delivery arrived. */
public enum Channel {
    MAIL,
    FOLDER,
    UPLOAD
}
