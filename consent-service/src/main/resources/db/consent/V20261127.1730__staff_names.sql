-- Names behind the accounts of the hub's own people, each as its own token last gave it: beside the log, which holds accounts alone.
CREATE TABLE staff_name (
    account  text PRIMARY KEY CHECK (length(account) <= 255),
    name     text NOT NULL CHECK (length(name) BETWEEN 1 AND 255)
);
GRANT SELECT, INSERT, UPDATE ON staff_name TO ${serviceRole};
