-- What went back of a deposit that was paid, and when.
ALTER TABLE appointments ADD COLUMN deposit_returned_at timestamptz(3);
ALTER TABLE appointments ADD COLUMN deposit_returned_cents integer;
ALTER TABLE appointments ADD CONSTRAINT appointments_deposit_returned CHECK (
  (deposit_returned_at IS NULL) = (deposit_returned_cents IS NULL) AND (deposit_returned_at IS NULL OR deposit_paid_at IS NOT NULL));
