-- Those of which nobody has said yet how they ended; few at any time.
CREATE INDEX permit_never_told ON permit (expires_at) WHERE outcome IS NULL;
