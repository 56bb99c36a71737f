package org.rapporteur.desk;

import org.rapporteur.account.Account;
import org.rapporteur.account.Accounts;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** The accounts as Spring Security wants to see them. */
@Component
class People implements UserDetailsService {

    /** all that somebody may do who has yet to choose a password: choose one */
    static final String NEWCOMER = "NEWCOMER";

    private final Accounts accounts;

    People(Accounts accounts) {
        this.accounts = accounts;
    }

    /** A closed account is answered as one that never was. */
    @Override
    public UserDetails loadUserByUsername(String name) {
        return accounts.find(name).filter(Account::enabled).map(People::person)
                .orElseThrow(() -> new UsernameNotFoundException("there is no such account"));
    }

    static UserDetails person(Account account) {
        return User.withUsername(account.name()).password(account.passwordHash())
                .roles(account.oneTime() ? NEWCOMER : account.role().name()).build();
    }
}
