-- Both sides are compared piece by piece: how far it has come stands in the row, so whoever is killed goes on from there.
CREATE TYPE calcom_run_kind AS ENUM ('window', 'horizon', 'import', 'check');
CREATE TYPE calcom_run_state AS ENUM ('running', 'finished', 'failed');
CREATE TYPE calcom_drift_state AS ENUM ('open', 'resolved');

CREATE TABLE calcom_sync_runs (
  id uuid NOT NULL,
  company_id uuid NOT NULL,
  kind calcom_run_kind NOT NULL,
  state calcom_run_state NOT NULL DEFAULT 'running',
  is_dry boolean NOT NULL DEFAULT false,
  strategy text,
  window_from timestamptz(3) NOT NULL,
  window_until timestamptz(3) NOT NULL,
  position timestamptz(3) NOT NULL,
  counts jsonb NOT NULL DEFAULT '{}',
  kinds jsonb NOT NULL DEFAULT '{}',
  request_count integer NOT NULL DEFAULT 0,
  failed_reason text,
  actor jsonb NOT NULL,
  leased_until timestamptz(3),
  started_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  CONSTRAINT calcom_sync_runs_pkey PRIMARY KEY (id),
  CONSTRAINT calcom_sync_runs_window CHECK (window_from < window_until AND position BETWEEN window_from AND window_until),
  CONSTRAINT calcom_sync_runs_ended CHECK ((state = 'running') = (ended_at IS NULL)),
  CONSTRAINT calcom_sync_runs_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies (id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX calcom_sync_runs_company_id_id_key ON calcom_sync_runs (company_id, id);
CREATE INDEX calcom_sync_runs_company_id_started_at_idx ON calcom_sync_runs (company_id, started_at);
-- One at a time for each company, whoever starts it.
CREATE UNIQUE INDEX calcom_sync_runs_one_at_a_time ON calcom_sync_runs (company_id) WHERE state = 'running';

-- What was found to differ, how both sides stood, and what was done about it.
CREATE TABLE calcom_drifts (
  id uuid NOT NULL,
  company_id uuid NOT NULL,
  run_id uuid,
  event_map_id uuid,
  appointment_id uuid,
  booking_uid text,
  kind text NOT NULL,
  strategy text NOT NULL,
  state calcom_drift_state NOT NULL,
  ours jsonb,
  theirs jsonb,
  outcome text,
  resolved_by jsonb,
  detected_at timestamptz(3) NOT NULL,
  resolved_at timestamptz(3),
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  CONSTRAINT calcom_drifts_pkey PRIMARY KEY (id),
  CONSTRAINT calcom_drifts_kind CHECK (kind IN ('missing_in_calcom', 'missing_in_platform', 'time_mismatch', 'status_mismatch',
    'attendee_mismatch', 'staff_mismatch', 'duration_mismatch')),
  CONSTRAINT calcom_drifts_strategy CHECK (strategy IN ('newest_wins', 'calcom_wins', 'platform_wins', 'manual')),
  CONSTRAINT calcom_drifts_resolved CHECK ((state = 'resolved') = (resolved_at IS NOT NULL)),
  CONSTRAINT calcom_drifts_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT calcom_drifts_company_id_run_id_fkey FOREIGN KEY (company_id, run_id)
    REFERENCES calcom_sync_runs (company_id, id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT calcom_drifts_company_id_event_map_id_fkey FOREIGN KEY (company_id, event_map_id)
    REFERENCES calcom_event_maps (company_id, id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT calcom_drifts_company_id_appointment_id_fkey FOREIGN KEY (company_id, appointment_id)
    REFERENCES appointments (company_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX calcom_drifts_company_id_id_key ON calcom_drifts (company_id, id);
CREATE INDEX calcom_drifts_company_id_state_detected_at_idx ON calcom_drifts (company_id, state, detected_at);
CREATE INDEX calcom_drifts_company_id_appointment_id_idx ON calcom_drifts (company_id, appointment_id);
CREATE INDEX calcom_drifts_company_id_run_id_idx ON calcom_drifts (company_id, run_id);
CREATE INDEX calcom_drifts_company_id_event_map_id_idx ON calcom_drifts (company_id, event_map_id);
-- What waits is found once, however often both sides are compared.
CREATE UNIQUE INDEX calcom_drifts_open_once ON calcom_drifts (company_id, event_map_id, kind) WHERE state = 'open';

DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY['calcom_sync_runs', 'calcom_drifts'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY company_only ON %I USING (company_id = (SELECT app_company_id())) WITH CHECK (company_id = (SELECT app_company_id()))', name);
    EXECUTE format('CREATE POLICY platform_door ON %I TO app_platform USING (true) WITH CHECK (true)', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO app_rw, app_platform', name);
  END LOOP;
END $$;
