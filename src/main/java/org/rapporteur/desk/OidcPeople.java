package org.rapporteur.desk;

import org.rapporteur.account.Account;
import org.rapporteur.account.Accounts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** People who log in at a provider of the organisation: it says who somebody is; what that person may do here, the account of that name says. */
@Component
class OidcPeople implements OAuth2UserService<OidcUserRequest, OidcUser> {

    static final String NO_ACCOUNT = "no_account";

    private final OidcUserService provider = new OidcUserService();
    private final Accounts accounts;
    private final String claim;

    /** @param claim of the provider that holds the name of the account */
    OidcPeople(Accounts accounts, @Value("${rapporteur.oidc.claim:preferred_username}") String claim) {
        this.accounts = accounts;
        this.claim = claim;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser told = provider.loadUser(request);
        String name = told.getClaimAsString(claim);
        Account account = accounts.find(name == null ? "" : name).filter(Account::enabled)
                .orElseThrow(() -> new OAuth2AuthenticationException(new OAuth2Error(NO_ACCOUNT)));
        return new Person(told, account);
    }

    /** Goes by the name of the account, whatever the provider calls its person. */
    private static final class Person extends DefaultOidcUser {

        private static final long serialVersionUID = 1;

        private final String account;

        Person(OidcUser told, Account account) {
            super(AuthorityUtils.createAuthorityList("ROLE_" + account.role().name()), told.getIdToken(), told.getUserInfo());
            this.account = account.name();
        }

        @Override
        public String getName() {
            return account;
        }
    }
}
