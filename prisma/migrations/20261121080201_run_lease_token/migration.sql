-- Whoever works on a run has it by a token: whose time is over can change nothing of it any more.
ALTER TABLE calcom_sync_runs ADD COLUMN lease_token uuid;
