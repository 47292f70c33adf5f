-- A number that was taken from a company stays with its calls; somebody else may have it meanwhile.
DROP INDEX phone_numbers_e164_key;
CREATE UNIQUE INDEX phone_numbers_in_use ON phone_numbers (e164) WHERE is_active;
