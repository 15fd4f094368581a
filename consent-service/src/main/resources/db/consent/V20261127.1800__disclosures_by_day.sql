-- What was told on each day that is over, counted once from the log: reports over years read these, not the log. Counts name nobody, and stay
-- when values of the log are erased.
CREATE TABLE disclosure_day_counted (
    day  date PRIMARY KEY
);
CREATE TABLE disclosure_day (
    day          date NOT NULL REFERENCES disclosure_day_counted (day),
    recipient    text NOT NULL,
    purpose      text NOT NULL,
    ground       text NOT NULL,
    disclosures  bigint NOT NULL CHECK (disclosures > 0),
    PRIMARY KEY (day, recipient, purpose, ground)
);
GRANT SELECT, INSERT ON disclosure_day_counted, disclosure_day TO ${serviceRole};
