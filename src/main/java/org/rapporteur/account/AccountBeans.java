package org.rapporteur.account;

import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What accounts need from elsewhere. */
@Configuration(proxyBeanMethods = false)
class AccountBeans {

    /** Writes bcrypt, and says so in every hash, so that another algorithm can follow without anybody losing a password. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    OneTimePassword oneTimePassword() {
        return new OneTimePassword(new SecureRandom());
    }
}
