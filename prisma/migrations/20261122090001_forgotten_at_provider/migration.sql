-- When the provider has deleted what it kept of a call whose caller refused.
ALTER TABLE calls ADD COLUMN provider_forgot_at timestamptz(3);
-- The few that it still has to.
CREATE INDEX call_to_forget ON calls (company_id, ended_at)
  WHERE consent = 'none' AND provider_forgot_at IS NULL AND retell_call_id IS NOT NULL;
