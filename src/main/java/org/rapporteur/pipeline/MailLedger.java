package org.rapporteur.pipeline;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.spi.IdempotentRepository;
import org.rapporteur.submission.Channel;
import org.rapporteur.submission.Deliveries;
import org.springframework.stereotype.Component;

/**
 * Tells the mail route which messages are in the ledger already. Nothing is kept here that the ledger does not hold: a message
 * is new until its delivery is committed, whatever flags it carries on the server, for other people may have opened it.
 */
@Component("mail-ledger")
class MailLedger implements IdempotentRepository {

    private final Deliveries deliveries;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    MailLedger(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** Whether the message is new; asking does not make it known. */
    @Override
    public boolean add(String key) {
        return !contains(key);
    }

    @Override
    public boolean contains(String key) {
        if (!known.contains(key) && deliveries.isKnown(Channel.MAIL, key)) {
            known.add(key);
        }
        return known.contains(key);
    }

    @Override
    public boolean remove(String key) {
        return true;
    }

    @Override
    public boolean confirm(String key) {
        return true;
    }

    @Override
    public void clear() {
        known.clear();
    }

    @Override
    public void start() {}

    @Override
    public void stop() {}
}
