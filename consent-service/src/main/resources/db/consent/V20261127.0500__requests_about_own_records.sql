-- Requests of people about their own records: access, rectification, objection. A row changes with its version alone.
CREATE TABLE rights_request (
    id                uuid PRIMARY KEY,
    kind              text NOT NULL,
    person            uuid NOT NULL,
    asker             jsonb NOT NULL,
    wanted            text NOT NULL,
    received          date NOT NULL,
    due               date NOT NULL CHECK (due > received),
    extended_because  text,
    outcome           text,
    answer            text,
    answered_by       text,
    answered_at       timestamptz,
    recorded_by       text NOT NULL,
    recorded_at       timestamptz NOT NULL,
    version           integer NOT NULL CHECK (version > 0),
    CHECK ((outcome IS NULL) = (answer IS NULL) AND (outcome IS NULL) = (answered_by IS NULL) AND (outcome IS NULL) = (answered_at IS NULL))
);
CREATE INDEX rights_request_of_person ON rights_request (person);
CREATE INDEX rights_request_by_due ON rights_request (due, id);
GRANT SELECT, INSERT ON rights_request TO ${serviceRole};
GRANT UPDATE (due, extended_because, outcome, answer, answered_by, answered_at, version) ON rights_request TO ${serviceRole};
