-- Why somebody is to be called back: they asked, or we know ourselves that they went away empty-handed. Only the former is an
-- outcome of the call.
CREATE TYPE callback_cause AS ENUM ('asked', 'alarm', 'lost_race', 'failure');
ALTER TABLE callback_requests ADD COLUMN cause callback_cause NOT NULL DEFAULT 'asked';

-- What was said in a call and did not happen, or that it could not be served.
CREATE TYPE call_alarm AS ENUM ('claimed_booking', 'claimed_move', 'claimed_cancellation', 'claimed_callback', 'failure');
ALTER TABLE calls ADD COLUMN alarm call_alarm;
