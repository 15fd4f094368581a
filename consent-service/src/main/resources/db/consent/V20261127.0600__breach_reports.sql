-- Breach reports as they were made: ids and codes, and the officer's words. Never changed; a later one supersedes it.
CREATE TABLE breach_report (
    id       uuid PRIMARY KEY,
    report   jsonb NOT NULL,
    made_by  text NOT NULL,
    made_at  timestamptz NOT NULL
);
CREATE INDEX breach_report_by_age ON breach_report (made_at, id);
GRANT SELECT, INSERT ON breach_report TO ${serviceRole};
