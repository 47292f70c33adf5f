-- On what terms a deposit was asked when the appointment was booked: an amount, or hundredths of a percent of the price.
ALTER TABLE appointments ADD COLUMN deposit_fixed_cents integer;
ALTER TABLE appointments ADD COLUMN deposit_percent_hundredths integer;
-- By the rule that held when it was cancelled; null: never cancelled, or nothing had come in.
ALTER TABLE appointments ADD COLUMN deposit_goes_back boolean;
SET LOCAL ROLE app_platform;
UPDATE appointments SET deposit_fixed_cents = deposit_cents WHERE deposit_cents > 0;
RESET ROLE;
ALTER TABLE appointments ADD CONSTRAINT appointments_deposit_terms CHECK (
  (deposit_fixed_cents IS NULL OR deposit_percent_hundredths IS NULL)
  AND (deposit_fixed_cents IS NULL OR deposit_fixed_cents > 0)
  AND (deposit_percent_hundredths IS NULL OR deposit_percent_hundredths BETWEEN 1 AND 10000));
