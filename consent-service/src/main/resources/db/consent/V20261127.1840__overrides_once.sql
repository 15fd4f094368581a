-- A form sent twice authorises once: the officer's key of the request.
ALTER TABLE sharing_override ADD COLUMN request_key text CHECK (length(request_key) BETWEEN 8 AND 128);
CREATE UNIQUE INDEX sharing_override_by_key ON sharing_override (authorised_by, request_key) WHERE request_key IS NOT NULL;
