-- Of its own row a company changes its settings, its place and what it needs for other systems. Whose tenant it is, whether
-- it works and what it owes is the platform's to say.
REVOKE UPDATE ON companies FROM app_rw;
GRANT UPDATE (country, state, ip_allowlist, settings, calcom_api_key_encrypted, calcom_webhook_secret_encrypted,
  calcom_webhook_token, calcom_team_id, retell_api_key_encrypted, updated_at) ON companies TO app_rw;
