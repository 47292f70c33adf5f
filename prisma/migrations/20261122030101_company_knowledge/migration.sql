-- What a company has written down for its telephone agent to answer from, in passages that can be said.
CREATE TABLE knowledge_documents (
  id uuid NOT NULL,
  company_id uuid NOT NULL,
  title text NOT NULL,
  language text NOT NULL DEFAULT 'de',
  is_active boolean NOT NULL DEFAULT true,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT knowledge_documents_pkey PRIMARY KEY (id),
  CONSTRAINT knowledge_documents_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies (id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX knowledge_documents_company_id_id_key ON knowledge_documents (company_id, id);

CREATE TABLE knowledge_passages (
  id uuid NOT NULL,
  company_id uuid NOT NULL,
  document_id uuid NOT NULL,
  position integer NOT NULL,
  text text NOT NULL,
  CONSTRAINT knowledge_passages_pkey PRIMARY KEY (id),
  CONSTRAINT knowledge_passages_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT knowledge_passages_company_id_document_id_fkey FOREIGN KEY (company_id, document_id) REFERENCES knowledge_documents (company_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX knowledge_passages_company_id_id_key ON knowledge_passages (company_id, id);
CREATE UNIQUE INDEX knowledge_passages_company_id_document_id_position_key ON knowledge_passages (company_id, document_id, position);

ALTER TABLE knowledge_documents ENABLE ROW LEVEL SECURITY;
ALTER TABLE knowledge_documents FORCE ROW LEVEL SECURITY;
CREATE POLICY company_only ON knowledge_documents USING (company_id = (SELECT app_company_id())) WITH CHECK (company_id = (SELECT app_company_id()));
CREATE POLICY platform_door ON knowledge_documents TO app_platform USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON knowledge_documents TO app_rw, app_platform;
ALTER TABLE knowledge_passages ENABLE ROW LEVEL SECURITY;
ALTER TABLE knowledge_passages FORCE ROW LEVEL SECURITY;
CREATE POLICY company_only ON knowledge_passages USING (company_id = (SELECT app_company_id())) WITH CHECK (company_id = (SELECT app_company_id()));
CREATE POLICY platform_door ON knowledge_passages TO app_platform USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON knowledge_passages TO app_rw, app_platform;
