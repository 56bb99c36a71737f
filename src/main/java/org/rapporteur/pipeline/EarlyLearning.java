package org.rapporteur.pipeline;

import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.coding.Codebooks;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Component;

/** Lets the coder learn while the first papers are being read: that takes seconds, and nobody has to wait for it. */
@Component
@ConditionalOnExpression("${rapporteur.stages}")
class EarlyLearning implements SmartInitializingSingleton {

    private final Codebooks codebooks;
    private final Calls calls;

    EarlyLearning(Codebooks codebooks, Calls calls) {
        this.codebooks = codebooks;
        this.calls = calls;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Call current = calls.current();
        Thread.ofPlatform().daemon().name("learning").start(() -> codebooks.coder(current));
    }
}
