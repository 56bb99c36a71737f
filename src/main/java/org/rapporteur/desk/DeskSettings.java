package org.rapporteur.desk;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the desk, below {@code rapporteur.desk}. Where it listens stands in {@code server.address} and {@code server.port}.
 *
 * @param trial whether every page says that the mailbox of the trial keeps nothing; false unless set
 */
@ConfigurationProperties("rapporteur.desk")
record DeskSettings(boolean trial) {}
