-- Audit samples: what was drawn from the log, and what officers found. Nothing here is ever changed: a finding that takes another's place is
-- its next version. The log itself has the values; here are only places in it, and ids.
CREATE TABLE audit_sample (
    id          uuid PRIMARY KEY,
    reason      text NOT NULL,
    drawn_by    text NOT NULL,
    drawn_at    timestamptz NOT NULL,
    seed        text NOT NULL,
    size        integer NOT NULL CHECK (size > 0),
    first_day   date NOT NULL,
    last_day    date NOT NULL CHECK (last_day >= first_day),
    filter      jsonb NOT NULL,
    log_size    bigint NOT NULL,
    population  bigint NOT NULL,
    drawn       integer NOT NULL CHECK (drawn > 0),
    checklist   jsonb NOT NULL
);
CREATE INDEX audit_sample_by_age ON audit_sample (drawn_at, id);
GRANT SELECT, INSERT ON audit_sample TO ${serviceRole};

CREATE TABLE audit_sample_entry (
    sample    uuid NOT NULL REFERENCES audit_sample (id),
    sequence  bigint NOT NULL REFERENCES log_leaf (index),
    entry     uuid NOT NULL REFERENCES log_entry (id),
    place     integer NOT NULL,
    PRIMARY KEY (sample, sequence)
);
GRANT SELECT, INSERT ON audit_sample_entry TO ${serviceRole};

CREATE TABLE audit_sample_finding (
    sample       uuid NOT NULL,
    sequence     bigint NOT NULL,
    version      integer NOT NULL CHECK (version > 0),
    answers      jsonb NOT NULL,
    note         text,
    recorded_by  text NOT NULL,
    recorded_at  timestamptz NOT NULL,
    PRIMARY KEY (sample, sequence, version),
    FOREIGN KEY (sample, sequence) REFERENCES audit_sample_entry (sample, sequence)
);
GRANT SELECT, INSERT ON audit_sample_finding TO ${serviceRole};

-- A sample, and whoever searches the log, asks for a period.
CREATE INDEX IF NOT EXISTS log_entry_by_time ON log_entry (at);
