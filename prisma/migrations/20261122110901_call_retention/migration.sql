-- What was said in a call is kept for a while: when its words were forgotten.
ALTER TABLE calls ADD COLUMN words_forgotten_at timestamptz(3);
-- What stands at the provider is looked for by its age, too, whatever the caller agreed to.
DROP INDEX call_to_forget;
CREATE INDEX call_to_forget ON calls (company_id, ended_at) WHERE provider_forgot_at IS NULL AND retell_call_id IS NOT NULL;
CREATE INDEX call_with_recording ON calls (company_id, ended_at) WHERE recording_url IS NOT NULL;
CREATE INDEX call_with_words ON calls (company_id, ended_at) WHERE words_forgotten_at IS NULL;
