-- Agreements are entered and changed by governance officers; each version stays in agreement_history, and in the disclosure log.
ALTER TABLE agreement
    ADD COLUMN version      integer NOT NULL DEFAULT 1,
    ADD COLUMN recorded_by  text;
GRANT UPDATE (purposes, categories, first_day, last_day, review_on, signed_by, version, recorded_by, recorded_at) ON agreement TO ${serviceRole};

-- The service may add and read. recorded_by is the officer's account; absent for the demonstration's own.
CREATE TABLE agreement_history (
    reference    text NOT NULL REFERENCES agreement (reference),
    version      integer NOT NULL CHECK (version > 0),
    agreement    jsonb NOT NULL,
    recorded_at  timestamptz NOT NULL,
    recorded_by  text,
    PRIMARY KEY (reference, version)
);
GRANT SELECT, INSERT ON agreement_history TO ${serviceRole};
INSERT INTO agreement_history (reference, version, agreement, recorded_at)
SELECT reference, 1, jsonb_build_object('reference', reference, 'partner', partner, 'purposes', to_jsonb(purposes),
           'categories', to_jsonb(categories), 'from', first_day, 'until', last_day, 'review-on', review_on, 'signed-by', to_jsonb(signed_by)),
       recorded_at
  FROM agreement;

-- What officers were warned of: each thing once for each version of an agreement, whichever instance looks.
CREATE TABLE agreement_warning (
    reference  text NOT NULL REFERENCES agreement (reference),
    version    integer NOT NULL,
    what       text NOT NULL CHECK (what IN ('lapsing', 'lapsed', 'review-due')),
    at         timestamptz NOT NULL,
    PRIMARY KEY (reference, version, what)
);
GRANT SELECT, INSERT ON agreement_warning TO ${serviceRole};
