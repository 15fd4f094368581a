-- Period and kind are looked up for a million entries without reading their leaves.
CREATE INDEX log_entry_by_time_and_kind ON log_entry (at) INCLUDE (kind, id);
DROP INDEX IF EXISTS log_entry_by_time;
