-- Who keeps checkpoints of the log: the last that each account fetched, beside the log and no part of it.
CREATE TABLE log_witness (
    witness     text PRIMARY KEY,
    size        bigint NOT NULL CHECK (size > 0),
    fetched_at  timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON log_witness TO ${serviceRole};
