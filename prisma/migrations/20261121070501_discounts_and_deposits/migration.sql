-- What of a deposit has come in so far; it is paid from the moment on that all of it has.
ALTER TABLE appointments ADD COLUMN deposit_paid_cents integer;
SET LOCAL ROLE app_platform;
UPDATE appointments SET deposit_paid_cents = deposit_cents WHERE deposit_paid_at IS NOT NULL AND deposit_cents > 0;
UPDATE appointments SET deposit_paid_at = NULL WHERE deposit_paid_at IS NOT NULL AND deposit_paid_cents IS NULL AND deposit_returned_at IS NULL;
RESET ROLE;
ALTER TABLE appointments DROP CONSTRAINT appointments_deposit_returned;
ALTER TABLE appointments ADD CONSTRAINT appointments_deposit_paid CHECK (
  (deposit_paid_cents IS NULL OR deposit_paid_cents > 0) AND (deposit_paid_at IS NULL OR deposit_paid_cents IS NOT NULL));
ALTER TABLE appointments ADD CONSTRAINT appointments_deposit_returned CHECK (
  (deposit_returned_at IS NULL) = (deposit_returned_cents IS NULL)
  AND (deposit_returned_cents IS NULL OR (deposit_paid_cents IS NOT NULL AND deposit_returned_cents <= deposit_paid_cents)));

-- What somebody with the right to it has let off the price, which is what is left; and why.
ALTER TABLE appointments ADD COLUMN discount_cents integer NOT NULL DEFAULT 0;
ALTER TABLE appointments ADD COLUMN discount_reason text;
ALTER TABLE appointments ADD CONSTRAINT appointments_discount CHECK (
  discount_cents >= 0 AND (discount_cents = 0) = (discount_reason IS NULL));
ALTER TYPE modification_type ADD VALUE 'discounted';
SET LOCAL ROLE app_platform;
INSERT INTO permissions (id, key) SELECT gen_random_uuid(), 'discount_appointments' ON CONFLICT (key) DO NOTHING;
RESET ROLE;
