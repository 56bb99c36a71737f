-- What is known of the mailboxes that papers are fetched from; none of it is of one call, for a mailbox may serve one call after another.

CREATE TABLE mail_pulse (
    account     VARCHAR(400) PRIMARY KEY,
    looked_at   TIMESTAMP WITH TIME ZONE NOT NULL,
    good_at     TIMESTAMP WITH TIME ZONE,
    fault       VARCHAR(30),
    sentence    VARCHAR(1000),
    since       TIMESTAMP WITH TIME ZONE NOT NULL
);
COMMENT ON TABLE mail_pulse IS 'The last look into each mailbox (looked_at), the last that went well (good_at), and what was wrong at the last one, if anything, with what to do; since: the first look of those that are watched';

CREATE TABLE mail_count (
    account    VARCHAR(400)             NOT NULL,
    folder     VARCHAR(200)             NOT NULL,
    arrival_day DATE                    NOT NULL,
    messages   INT                      NOT NULL,
    counted_at TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (account, folder, arrival_day)
);
COMMENT ON TABLE mail_count IS 'How many messages the mail server held when they were last counted, per folder and day of arrival (UTC)';

CREATE TABLE mail_token (
    account       VARCHAR(400) PRIMARY KEY,
    refresh_token VARCHAR(4000)            NOT NULL,
    issued_at     TIMESTAMP WITH TIME ZONE NOT NULL
);
COMMENT ON TABLE mail_token IS 'The refresh token that a token endpoint issued last; the configured one counts until there is one';
