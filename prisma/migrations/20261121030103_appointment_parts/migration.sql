-- What was wished, where the service alone does not say it: services one after the other, or a length of its own. A move
-- looks for a new chain of just that.
ALTER TABLE appointments ADD COLUMN parts jsonb,
  ADD CONSTRAINT appointments_parts CHECK (parts IS NULL OR (jsonb_typeof(parts) = 'array' AND jsonb_array_length(parts) > 0));
