-- Appointments taken over from elsewhere. Each line of the file is a row, and what became of it is written together with
-- the appointment that it made: whoever is killed in between goes on with the next line, and none is taken over twice.
CREATE TYPE import_status AS ENUM ('uploaded', 'checking', 'checked', 'running', 'stopped', 'done', 'undoing', 'undone', 'failed');
CREATE TYPE import_line_state AS ENUM ('new', 'ready', 'problem', 'done', 'failed', 'undone', 'kept');

CREATE TABLE import_jobs (
  id uuid NOT NULL,
  company_id uuid NOT NULL,
  branch_id uuid NOT NULL,
  kind text NOT NULL,
  file_name text NOT NULL,
  encoding text NOT NULL,
  delimiter text NOT NULL,
  headers text[] NOT NULL,
  mapping jsonb NOT NULL,
  options jsonb NOT NULL,
  status import_status NOT NULL DEFAULT 'uploaded',
  error text,
  actor jsonb NOT NULL,
  created_by_user_id uuid,
  version integer NOT NULL DEFAULT 1,
  started_at timestamptz(3),
  finished_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  CONSTRAINT import_jobs_pkey PRIMARY KEY (id),
  CONSTRAINT import_jobs_kind CHECK (kind IN ('appointments')),
  CONSTRAINT import_jobs_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT import_jobs_company_id_branch_id_fkey FOREIGN KEY (company_id, branch_id)
    REFERENCES branches (company_id, id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX import_jobs_company_id_id_key ON import_jobs (company_id, id);
CREATE INDEX import_jobs_company_id_created_at_idx ON import_jobs (company_id, created_at);

CREATE TABLE import_lines (
  id uuid NOT NULL,
  company_id uuid NOT NULL,
  job_id uuid NOT NULL,
  line integer NOT NULL,
  cells text[] NOT NULL,
  state import_line_state NOT NULL DEFAULT 'new',
  plan jsonb,
  problems jsonb NOT NULL DEFAULT '[]',
  staff_id uuid,
  starts_at timestamptz(3),
  ends_at timestamptz(3),
  appointment_id uuid,
  customer_id uuid,
  has_new_customer boolean NOT NULL DEFAULT false,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  CONSTRAINT import_lines_pkey PRIMARY KEY (id),
  CONSTRAINT import_lines_line CHECK (line > 0),
  CONSTRAINT import_lines_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT import_lines_company_id_job_id_fkey FOREIGN KEY (company_id, job_id)
    REFERENCES import_jobs (company_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX import_lines_company_id_id_key ON import_lines (company_id, id);
CREATE UNIQUE INDEX import_lines_company_id_job_id_line_key ON import_lines (company_id, job_id, line);
CREATE INDEX import_lines_company_id_job_id_state_line_idx ON import_lines (company_id, job_id, state, line);
CREATE INDEX import_lines_company_id_appointment_id_idx ON import_lines (company_id, appointment_id);

DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY['import_jobs', 'import_lines'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY company_only ON %I USING (company_id = (SELECT app_company_id())) WITH CHECK (company_id = (SELECT app_company_id()))', name);
    EXECUTE format('CREATE POLICY platform_door ON %I TO app_platform USING (true) WITH CHECK (true)', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO app_rw, app_platform', name);
  END LOOP;
END $$;

-- A draft of an import vanishes, and with it what it counted for.
CREATE FUNCTION uncount_appointment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE customers SET
    appointment_count = appointment_count - 1,
    completed_count = completed_count - (OLD.status = 'completed')::int,
    cancelled_count = cancelled_count - (OLD.status = 'cancelled')::int,
    no_show_count = no_show_count - (OLD.status = 'no_show')::int,
    total_revenue_cents = total_revenue_cents - CASE WHEN OLD.status = 'completed' THEN OLD.price_cents ELSE 0 END,
    average_booking_value_cents = CASE
      WHEN completed_count - (OLD.status = 'completed')::int <= 0 THEN 0
      ELSE round((total_revenue_cents - CASE WHEN OLD.status = 'completed' THEN OLD.price_cents ELSE 0 END)::numeric
        / (completed_count - (OLD.status = 'completed')::int))::int END,
    last_appointment_at = (SELECT max(a.starts_at) FROM appointments a
      WHERE a.company_id = OLD.company_id AND a.customer_id = OLD.customer_id AND a.status = 'completed')
  WHERE company_id = OLD.company_id AND id = OLD.customer_id;
  RETURN NULL;
END $$;
CREATE TRIGGER uncount_appointment AFTER DELETE ON appointments FOR EACH ROW EXECUTE FUNCTION uncount_appointment();
