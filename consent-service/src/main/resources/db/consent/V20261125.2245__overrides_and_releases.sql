-- Sharing without consent. A row changes when it is reviewed and when nobody has looked in time; its reason lies in the log alone.
CREATE TABLE sharing_override (
    id               uuid PRIMARY KEY,
    subject          uuid NOT NULL,
    ground           text NOT NULL,
    purpose          text NOT NULL,
    recipients       text[] NOT NULL CHECK (cardinality(recipients) > 0),
    categories       text[] NOT NULL CHECK (cardinality(categories) > 0),
    despite_refusal  boolean NOT NULL,
    authorised_by    text NOT NULL,
    role             text NOT NULL,
    authorised_at    timestamptz NOT NULL,
    ends_at          timestamptz NOT NULL CHECK (ends_at > authorised_at),
    ended_at         timestamptz,
    review_due       timestamptz NOT NULL,
    reviewed_by      text,
    reviewed_at      timestamptz,
    upheld           boolean,
    escalated_at     timestamptz,
    CHECK ((reviewed_at IS NULL) = (upheld IS NULL) AND (reviewed_at IS NULL) = (reviewed_by IS NULL)),
    CHECK (reviewed_by IS DISTINCT FROM authorised_by),
    CHECK (ended_at IS NULL OR upheld IS FALSE)
);
CREATE INDEX sharing_override_of_subject ON sharing_override (subject);
CREATE INDEX sharing_override_unreviewed ON sharing_override (review_due) WHERE reviewed_at IS NULL;
GRANT SELECT, INSERT ON sharing_override TO ${serviceRole};
GRANT UPDATE (ended_at, reviewed_by, reviewed_at, upheld, escalated_at) ON sharing_override TO ${serviceRole};

-- What was permitted in reliance on one, for whoever reviews it.
CREATE TABLE override_use (
    override    uuid NOT NULL REFERENCES sharing_override (id),
    decision    uuid NOT NULL,
    recipient   text NOT NULL,
    categories  text[] NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (override, decision)
);
GRANT SELECT, INSERT ON override_use TO ${serviceRole};

-- What a named person let go of about somebody whose whereabouts are protected. A row changes once: when it is taken back.
CREATE TABLE named_release (
    id           uuid PRIMARY KEY,
    subject      uuid NOT NULL,
    purpose      text NOT NULL,
    recipient    text NOT NULL,
    categories   text[] NOT NULL CHECK (cardinality(categories) > 0),
    released_by  text NOT NULL,
    released_at  timestamptz NOT NULL,
    ends_at      timestamptz NOT NULL CHECK (ends_at > released_at),
    ended_at     timestamptz
);
CREATE INDEX named_release_of_subject ON named_release (subject);
GRANT SELECT, INSERT ON named_release TO ${serviceRole};
GRANT UPDATE (ended_at) ON named_release TO ${serviceRole};
