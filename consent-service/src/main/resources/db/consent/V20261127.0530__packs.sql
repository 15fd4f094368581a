-- What is held about somebody who asked, each piece with how an officer settled it. Copies, kept for as long as the request is: a piece is
-- gathered once, and settled again only in its next version.
CREATE TABLE rights_piece (
    id            uuid PRIMARY KEY,
    request       uuid NOT NULL REFERENCES rights_request (id),
    key           text NOT NULL,
    kind          text NOT NULL,
    at            timestamptz NOT NULL,
    said_by       text,
    category      text,
    words         text NOT NULL,
    hints         text[] NOT NULL,
    third_party   boolean,
    serious_harm  boolean,
    treatment     text,
    left_of_it    text,
    ground        text,
    note          text,
    settled_by    text,
    settled_at    timestamptz,
    version       integer NOT NULL DEFAULT 0,
    UNIQUE (request, key),
    CHECK ((treatment IS NULL) = (version = 0))
);
GRANT SELECT, INSERT ON rights_piece TO ${serviceRole};
GRANT UPDATE (third_party, serious_harm, treatment, left_of_it, ground, note, settled_by, settled_at, version) ON rights_piece TO ${serviceRole};

-- The pack as it was handed over; the log names its hash.
CREATE TABLE rights_pack (
    request  uuid PRIMARY KEY REFERENCES rights_request (id),
    pack     text NOT NULL,
    made_by  text NOT NULL,
    made_at  timestamptz NOT NULL
);
GRANT SELECT, INSERT ON rights_pack TO ${serviceRole};
