-- Two people who change the same person at once: the second one is told instead of overwriting.
ALTER TABLE staff ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE staff
  ADD CONSTRAINT staff_limits CHECK ((max_hours_per_day IS NULL OR max_hours_per_day > 0 AND max_hours_per_day <= 24)
    AND (max_hours_per_week IS NULL OR max_hours_per_week > 0 AND max_hours_per_week <= 168)),
  ADD CONSTRAINT staff_colour CHECK (colour ~ '^#[0-9a-fA-F]{6}$');
