-- What a broken rule costs is an open item of the customer: nobody is charged before a person releases it.
CREATE TYPE fee_kind AS ENUM ('cancellation', 'reschedule', 'no_show');
CREATE TYPE fee_status AS ENUM ('open', 'released', 'waived', 'paid');

CREATE TABLE customer_fees (
  id uuid NOT NULL,
  company_id uuid NOT NULL,
  customer_id uuid NOT NULL,
  appointment_id uuid NOT NULL,
  kind fee_kind NOT NULL,
  amount_cents integer NOT NULL,
  from_deposit_cents integer NOT NULL DEFAULT 0,
  currency text NOT NULL,
  reason text NOT NULL,
  explanation jsonb NOT NULL,
  status fee_status NOT NULL DEFAULT 'open',
  decided_by jsonb,
  decided_at timestamptz(3),
  decision_reason text,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  CONSTRAINT customer_fees_pkey PRIMARY KEY (id),
  CONSTRAINT customer_fees_amount CHECK (amount_cents > 0 AND from_deposit_cents BETWEEN 0 AND amount_cents),
  CONSTRAINT customer_fees_decided CHECK ((status = 'open') = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by IS NULL)),
  CONSTRAINT customer_fees_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT customer_fees_company_id_customer_id_fkey FOREIGN KEY (company_id, customer_id)
    REFERENCES customers (company_id, id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT customer_fees_company_id_appointment_id_fkey FOREIGN KEY (company_id, appointment_id)
    REFERENCES appointments (company_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX customer_fees_company_id_id_key ON customer_fees (company_id, id);
CREATE INDEX customer_fees_company_id_customer_id_created_at_idx ON customer_fees (company_id, customer_id, created_at);
CREATE INDEX customer_fees_company_id_status_created_at_idx ON customer_fees (company_id, status, created_at);
CREATE INDEX customer_fees_company_id_appointment_id_idx ON customer_fees (company_id, appointment_id);
-- An appointment is cancelled once, and stayed away from once; it may be moved late more than once.
CREATE UNIQUE INDEX customer_fees_once ON customer_fees (company_id, appointment_id, kind)
  WHERE status IN ('open', 'released') AND kind <> 'reschedule';
ALTER TABLE customer_fees ENABLE ROW LEVEL SECURITY;
ALTER TABLE customer_fees FORCE ROW LEVEL SECURITY;
CREATE POLICY company_only ON customer_fees USING (company_id = (SELECT app_company_id())) WITH CHECK (company_id = (SELECT app_company_id()));
CREATE POLICY platform_door ON customer_fees TO app_platform USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON customer_fees TO app_rw, app_platform;

SET LOCAL ROLE app_platform;
INSERT INTO permissions (id, key)
  SELECT gen_random_uuid(), unnest(ARRAY['view_fees', 'release_fees', 'waive_fees', 'settle_fees']) ON CONFLICT (key) DO NOTHING;
RESET ROLE;
