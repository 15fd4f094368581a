-- Erases values of one entry and says so in an entry of its own: leaf and proof of the old one stay, its values and salts go. Run by
-- log_eraser, with that role's own rights. A leaf is written as Entry.leaf() writes it, to the byte.
CREATE FUNCTION erase_log_values(erased uuid, names text[], why text) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
    old      log_value%ROWTYPE;
    note     uuid := gen_random_uuid();
    moment   timestamptz := date_trunc('microseconds', clock_timestamp());
    micros   int := (extract(microseconds FROM moment)::int) % 1000000;
    leaf     text;
    salt     bytea;
    fields   jsonb := '{}';
    field    record;
BEGIN
    IF (SELECT kind FROM log_entry WHERE id = erased) = 'value-erased' THEN
        RAISE EXCEPTION 'The record of an erasure is never erased.';
    END IF;
    DELETE FROM log_value WHERE entry = erased RETURNING * INTO old;
    IF old.entry IS NULL THEN
        RAISE EXCEPTION 'Entry % does not exist or has no values left.', erased;
    END IF;
    names := coalesce(names, ARRAY(SELECT jsonb_object_keys(old.fields)));
    IF cardinality(names) = 0 OR NOT old.fields ?& names THEN
        RAISE EXCEPTION 'Entry % does not have every one of these fields.', erased;
    END IF;
    IF old.fields - names <> '{}' THEN
        INSERT INTO log_value (entry, subject, reference, fields)
        VALUES (erased,
                CASE WHEN 'subject' = ANY (names) THEN NULL ELSE old.subject END,
                CASE WHEN 'source' = ANY (names) THEN NULL ELSE old.reference END,
                old.fields - names);
    END IF;

    leaf := E'partner-hub-entry/1\nid ' || note || E'\nat '
        || to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS')
        || CASE WHEN micros = 0 THEN ''
                WHEN micros % 1000 = 0 THEN '.' || lpad((micros / 1000)::text, 3, '0')
                ELSE '.' || lpad(micros::text, 6, '0') END
        || E'Z\nkind value-erased\n';
    FOR field IN
        SELECT * FROM (VALUES ('entry', erased::text),
                              ('fields', (SELECT string_agg(name, ' ' ORDER BY name COLLATE "C") FROM unnest(names) AS name)),
                              ('reason', why)) AS said (name, value)
         ORDER BY name
    LOOP
        salt := substring(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) FOR 16);
        leaf := leaf || 'field ' || field.name || ' '
            || encode(sha256(salt || convert_to(field.value, 'UTF8')), 'base64') || E'\n';
        fields := fields || jsonb_build_object(field.name, jsonb_build_array(encode(salt, 'base64'), field.value));
    END LOOP;
    INSERT INTO log_entry (id, at, kind, leaf) VALUES (note, moment, 'value-erased', leaf);
    INSERT INTO log_value (entry, fields) VALUES (note, fields);
    INSERT INTO log_pending (entry) VALUES (note);
    RETURN note;
END
$$;

-- The same for everything about a person, by one of their ids; fields that an entry does not have are passed over.
CREATE FUNCTION erase_log_values_about(person uuid, names text[], why text) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
    about  record;
    erased int := 0;
    here   text[];
BEGIN
    FOR about IN SELECT v.entry, v.fields FROM log_value v WHERE v.subject = person ORDER BY v.entry LOOP
        here := ARRAY(SELECT key FROM jsonb_object_keys(about.fields) AS key WHERE names IS NULL OR key = ANY (names));
        IF cardinality(here) > 0 THEN
            PERFORM erase_log_values(about.entry, here, why);
            erased := erased + 1;
        END IF;
    END LOOP;
    RETURN erased;
END
$$;

REVOKE ALL ON FUNCTION erase_log_values(uuid, text[], text), erase_log_values_about(uuid, text[], text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_log_values(uuid, text[], text), erase_log_values_about(uuid, text[], text) TO log_eraser;
