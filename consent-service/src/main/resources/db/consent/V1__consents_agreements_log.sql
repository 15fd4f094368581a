-- Consents and refusals. A row changes once: when it is withdrawn, and when that withdrawal has been acknowledged.
CREATE TABLE consent (
    id                  uuid PRIMARY KEY,
    subject             uuid NOT NULL,
    given               boolean NOT NULL,
    capacity            text NOT NULL,
    giver               text,
    assessor_name       text,
    assessor_role       text,
    assessed_on         date,
    purposes            text[] NOT NULL CHECK (cardinality(purposes) > 0),
    recipient_kinds     text[] NOT NULL,
    recipient_ids       text[] NOT NULL,
    categories          text[] NOT NULL CHECK (cardinality(categories) > 0),
    first_day           date NOT NULL,
    last_day            date NOT NULL CHECK (last_day >= first_day),
    evidence_kind       text NOT NULL,
    evidence_reference  text,
    obtained_on         date NOT NULL,
    recorded_by         text NOT NULL,
    recorded_at         timestamptz NOT NULL,
    referral            uuid UNIQUE,
    withdrawn_at        timestamptz,
    acknowledged_at     timestamptz,
    CHECK (cardinality(recipient_kinds) + cardinality(recipient_ids) > 0)
);
CREATE INDEX consent_of_subject ON consent (subject);
CREATE INDEX consent_withdrawal_open ON consent (withdrawn_at) WHERE withdrawn_at IS NOT NULL AND acknowledged_at IS NULL;
GRANT SELECT, INSERT ON consent TO ${serviceRole};
GRANT UPDATE (withdrawn_at, acknowledged_at) ON consent TO ${serviceRole};

-- Information sharing agreements: never changed, only added; the end of one is its last day.
CREATE TABLE agreement (
    reference   text PRIMARY KEY,
    partner     text NOT NULL,
    purposes    text[] NOT NULL,
    categories  text[] NOT NULL,
    first_day   date NOT NULL,
    last_day    date NOT NULL CHECK (last_day >= first_day),
    review_on   date NOT NULL,
    signed_by   text[] NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX agreement_of_partner ON agreement (partner);
GRANT SELECT, INSERT ON agreement TO ${serviceRole};

-- Permits: open until the attempt is settled or they expire. What went out in reliance on a consent is read from here.
CREATE TABLE permit (
    decision    uuid PRIMARY KEY,
    subject     uuid NOT NULL,
    consents    uuid[] NOT NULL,
    recipient   text NOT NULL,
    purpose     text NOT NULL,
    categories  text[] NOT NULL,
    issued_at   timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL,
    closed_at   timestamptz,
    outcome     text
);
CREATE INDEX permit_about_subject ON permit (subject);
GRANT SELECT, INSERT ON permit TO ${serviceRole};
GRANT UPDATE (closed_at, outcome) ON permit TO ${serviceRole};

-- The disclosure log. The service may add and read, nothing else; it owns none of these tables.
CREATE TABLE log_entry (
    id    uuid PRIMARY KEY,
    at    timestamptz NOT NULL,
    kind  text NOT NULL,
    leaf  text NOT NULL
);
GRANT SELECT, INSERT ON log_entry TO ${serviceRole};

-- Values and salts lie apart, so that they can be erased while the leaf and its proof stay.
CREATE TABLE log_value (
    entry      uuid PRIMARY KEY REFERENCES log_entry (id),
    subject    uuid,
    reference  text,
    fields     jsonb NOT NULL
);
CREATE INDEX log_value_of_subject ON log_value (subject) WHERE subject IS NOT NULL;
CREATE INDEX log_value_of_reference ON log_value (reference) WHERE reference IS NOT NULL;
GRANT SELECT, INSERT ON log_value TO ${serviceRole};

-- Entries that no checkpoint covers yet: a queue beside the log, so the service may take from it.
CREATE TABLE log_pending (
    entry  uuid PRIMARY KEY REFERENCES log_entry (id),
    since  timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX log_pending_since ON log_pending (since);
GRANT SELECT, INSERT, DELETE ON log_pending TO ${serviceRole};

-- The Merkle tree: leaves, the complete nodes above them (level 1 and up), and what was signed.
CREATE TABLE log_leaf (
    index  bigint PRIMARY KEY CHECK (index >= 0),
    entry  uuid NOT NULL UNIQUE REFERENCES log_entry (id),
    hash   bytea NOT NULL
);
CREATE TABLE log_node (
    level  smallint NOT NULL CHECK (level > 0),
    index  bigint NOT NULL CHECK (index >= 0),
    hash   bytea NOT NULL,
    PRIMARY KEY (level, index)
);
CREATE TABLE log_checkpoint (
    size       bigint PRIMARY KEY CHECK (size > 0),
    note       text NOT NULL,
    signed_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);
GRANT SELECT, INSERT ON log_leaf, log_node, log_checkpoint TO ${serviceRole};

-- Erasing keeps the proof: the eraser takes values away, puts back those of the same entry that stay, and logs that it did.
GRANT SELECT ON log_entry TO log_eraser;
GRANT SELECT, INSERT, DELETE ON log_value TO log_eraser;
GRANT INSERT ON log_entry, log_pending TO log_eraser;
