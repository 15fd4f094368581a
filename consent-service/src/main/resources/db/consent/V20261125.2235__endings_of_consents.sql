-- Who was found to be whom. One row for each id that was merged away; chains are followed.
CREATE TABLE merged_person (
    person    uuid PRIMARY KEY,
    survivor  uuid NOT NULL CHECK (survivor <> person),
    since     timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX merged_person_into ON merged_person (survivor);
GRANT SELECT, INSERT, UPDATE, DELETE ON merged_person TO ${serviceRole};

-- A consent that ends before its time, wholly or in part: what relied on what ended, and whether nothing of it is under way any more.
CREATE TABLE consent_ending (
    id               uuid PRIMARY KEY,
    consent          uuid NOT NULL REFERENCES consent (id),
    subject          uuid NOT NULL,
    kind             text NOT NULL CHECK (kind IN ('WITHDRAWN', 'NARROWED', 'SUPERSEDED')),
    stopped_at       timestamptz NOT NULL,
    acknowledged_at  timestamptz
);
CREATE INDEX consent_ending_of_consent ON consent_ending (consent);
CREATE UNIQUE INDEX consent_ending_withdrawn_once ON consent_ending (consent) WHERE kind = 'WITHDRAWN';
CREATE INDEX consent_ending_open ON consent_ending (stopped_at) WHERE acknowledged_at IS NULL;
GRANT SELECT, INSERT ON consent_ending TO ${serviceRole};
GRANT UPDATE (acknowledged_at) ON consent_ending TO ${serviceRole};

-- The permits that relied on it when it was stopped, each with the categories that ended for it.
CREATE TABLE consent_ending_permit (
    ending      uuid NOT NULL REFERENCES consent_ending (id),
    decision    uuid NOT NULL REFERENCES permit (decision),
    categories  text[] NOT NULL,
    PRIMARY KEY (ending, decision)
);
GRANT SELECT, INSERT ON consent_ending_permit TO ${serviceRole};

-- What relied on a consent is found by the consent: after a merge the person who was asked about may be another.
CREATE INDEX permit_relies_on ON permit USING gin (consents) WITH (fastupdate = off);

-- Withdrawals so far. What was sent on one is read from its permits as before.
INSERT INTO consent_ending (id, consent, subject, kind, stopped_at, acknowledged_at)
SELECT gen_random_uuid(), id, subject, 'WITHDRAWN', withdrawn_at, acknowledged_at FROM consent WHERE withdrawn_at IS NOT NULL;
INSERT INTO consent_ending_permit (ending, decision, categories)
SELECT e.id, p.decision, p.categories FROM consent_ending e JOIN permit p ON e.consent = ANY (p.consents);
DROP INDEX consent_withdrawal_open;
ALTER TABLE consent DROP COLUMN acknowledged_at;
