-- What somebody agreed changes by renewal and narrowing; as it was before stays in consent_history, and in the disclosure log.
ALTER TABLE consent
    ADD COLUMN version     integer NOT NULL DEFAULT 1,
    ADD COLUMN exceptions  jsonb NOT NULL DEFAULT '[]',
    ADD COLUMN begun_at    timestamptz,
    ADD COLUMN expired_at  timestamptz;
GRANT UPDATE (capacity, giver, assessor_name, assessor_role, assessed_on, purposes, recipient_kinds, recipient_ids, categories, exceptions,
    first_day, last_day, evidence_kind, evidence_reference, obtained_on, recorded_at, version, begun_at, expired_at)
    ON consent TO ${serviceRole};
UPDATE consent SET begun_at = recorded_at WHERE first_day <= (recorded_at AT TIME ZONE 'Europe/London')::date;
CREATE INDEX consent_not_begun ON consent (first_day) WHERE begun_at IS NULL AND withdrawn_at IS NULL;
CREATE INDEX consent_not_expired ON consent (last_day) WHERE expired_at IS NULL AND withdrawn_at IS NULL;

-- What happened to each consent, oldest first; the service may add and read. Terms stand where they are new or changed.
CREATE TABLE consent_history (
    consent  uuid NOT NULL REFERENCES consent (id),
    number   integer NOT NULL CHECK (number > 0),
    what     text NOT NULL CHECK (what IN ('given', 'refused', 'renewed', 'narrowed', 'begun', 'expired')),
    at       timestamptz NOT NULL,
    partner  text,
    said_at  timestamptz,
    terms    jsonb,
    PRIMARY KEY (consent, number)
);
GRANT SELECT, INSERT ON consent_history TO ${serviceRole};
INSERT INTO consent_history (consent, number, what, at, partner, terms)
SELECT id, 1, CASE WHEN given THEN 'given' ELSE 'refused' END, recorded_at, recorded_by,
       jsonb_strip_nulls(jsonb_build_object(
           'decision', CASE WHEN given THEN 'given' ELSE 'refused' END,
           'givenBy', jsonb_build_object('capacity', capacity, 'name', giver, 'assessor',
               CASE WHEN assessed_on IS NULL THEN NULL
                    ELSE jsonb_build_object('name', assessor_name, 'role', assessor_role, 'assessedOn', assessed_on) END),
           'purposes', to_jsonb(purposes), 'recipients', jsonb_build_object('kinds', to_jsonb(recipient_kinds), 'ids', to_jsonb(recipient_ids)),
           'categories', to_jsonb(categories), 'exceptions', '[]'::jsonb, 'from', first_day, 'until', last_day,
           'evidence', jsonb_build_object('kind', evidence_kind, 'reference', evidence_reference), 'obtainedOn', obtained_on))
  FROM consent;

-- The answer to an Idempotency-Key is the consent that it made; the same key by another partner is another key.
CREATE TABLE consent_request (
    partner    text NOT NULL,
    key        text NOT NULL,
    body_hash  bytea NOT NULL,
    consent    uuid NOT NULL,
    used_at    timestamptz NOT NULL,
    PRIMARY KEY (partner, key)
);
CREATE INDEX consent_request_by_age ON consent_request (used_at);
GRANT SELECT, INSERT, DELETE ON consent_request TO ${serviceRole};


-- The endings that a consent, or a version of it, brought about: whoever sends it again waits for the same ones.
CREATE TABLE consent_brought_ending (
    consent  uuid NOT NULL REFERENCES consent (id),
    version  integer NOT NULL,
    ending   uuid NOT NULL REFERENCES consent_ending (id),
    PRIMARY KEY (consent, version, ending)
);
GRANT SELECT, INSERT ON consent_brought_ending TO ${serviceRole};
