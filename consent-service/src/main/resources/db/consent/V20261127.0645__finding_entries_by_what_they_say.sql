-- What officers search the log by, as terms such as recipient:cpft-camhs; one index finds any of them together among a million entries.
CREATE FUNCTION log_terms(fields jsonb) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN array_remove(
        ARRAY[
            'recipient:' || (fields -> 'recipient' ->> 1),
            'purpose:' || (fields -> 'purpose' ->> 1),
            'ground:' || (fields -> 'ground' ->> 1),
            'outcome:' || (fields -> 'outcome' ->> 1)
        ] || string_to_array(
            'category:' || replace(
                trim(coalesce(fields -> 'permitted' ->> 1, '') || ' ' || coalesce(fields -> 'withheld' ->> 1, '')),
                ' ', ' category:'),
            ' '),
        NULL);

CREATE INDEX log_value_by_terms ON log_value USING gin (log_terms(fields));

-- A decision with what became of it.
CREATE INDEX log_value_by_delivery ON log_value ((fields -> 'delivery' ->> 1)) WHERE fields -> 'delivery' ->> 1 IS NOT NULL;
