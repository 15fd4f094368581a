-- Permits that this service has used; a row lives until its permit has expired anyway.
CREATE TABLE used_permit (
    id         uuid PRIMARY KEY,
    expires_at timestamptz NOT NULL
);
CREATE INDEX used_permit_expiry ON used_permit (expires_at);

-- Which message went to whom about what. The message's id is the delivery's. No content is kept.
CREATE TABLE exchange (
    message        uuid PRIMARY KEY,
    referral       uuid,
    recipient      text NOT NULL,
    correlation_id uuid NOT NULL,
    attempts       integer NOT NULL,
    first_at       timestamptz NOT NULL DEFAULT now(),
    last_at        timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX exchange_referral ON exchange (referral);

-- Messages that partners sent: BaRS counts a pair of ids as one message. A claim that was never settled lapses.
CREATE TABLE received_message (
    partner        text NOT NULL,
    request_id     uuid NOT NULL,
    correlation_id uuid NOT NULL,
    message        text,
    referral       uuid,
    settled        boolean NOT NULL DEFAULT false,
    claimed_until  timestamptz NOT NULL,
    received_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (partner, request_id, correlation_id)
);
CREATE INDEX received_message_referral ON received_message (referral);

GRANT SELECT, INSERT, DELETE ON used_permit TO ${serviceRole};
GRANT SELECT, INSERT, UPDATE, DELETE ON exchange TO ${serviceRole};
GRANT SELECT, INSERT, UPDATE, DELETE ON received_message TO ${serviceRole};
