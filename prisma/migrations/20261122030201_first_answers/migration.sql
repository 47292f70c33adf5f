-- The very same signed request, sent again, is answered as the first time: which one it was is told by its signature.
ALTER TABLE call_function_invocations ADD COLUMN request_hash text;
CREATE UNIQUE INDEX call_function_invocations_company_id_call_id_request_hash_key ON call_function_invocations (company_id, call_id, request_hash);
