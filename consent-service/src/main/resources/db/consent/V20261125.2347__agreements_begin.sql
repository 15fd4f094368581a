-- That an agreement began is told once too, whichever instance looks.
ALTER TABLE agreement_warning DROP CONSTRAINT agreement_warning_what_check;
ALTER TABLE agreement_warning ADD CONSTRAINT agreement_warning_what_check CHECK (what IN ('lapsing', 'lapsed', 'review-due', 'begun'));
