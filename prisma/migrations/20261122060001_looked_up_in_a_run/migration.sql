-- What a run has looked up of the stretch that it is at: however many there are, each is looked up once and the run ends.
ALTER TABLE calcom_sync_runs ADD COLUMN looked_up uuid[] NOT NULL DEFAULT ARRAY[]::uuid[];
