-- Which appointment is the next one changes with the clock, without a change of any row: it is asked for, never kept.
ALTER TABLE customers DROP COLUMN next_appointment_at;
