"""The database side of the hash chain: the function every event's trigger calls, and the rights of the application's role."""

from __future__ import annotations

CHAIN_LOCK = 7241405
"""Key of the advisory lock of the chain's end. Always the last lock of a transaction, because it is taken at commit."""

CREATE_FUNCTIONS = f"""
CREATE OR REPLACE FUNCTION audit_content(p_table text, p_key text, p_row bigint) RETURNS text
LANGUAGE plpgsql STABLE
SET timezone = 'UTC' SET search_path = public, pg_temp
AS $body$
DECLARE
    content jsonb;
BEGIN
    EXECUTE format('SELECT jsonb_strip_nulls(to_jsonb(t)) FROM %I t WHERE %I = $1', p_table, p_key) INTO content USING p_row;
    RETURN content::text;
END
$body$;

CREATE OR REPLACE FUNCTION audit_append(p_table text, p_key text, p_row bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET timezone = 'UTC' SET search_path = public, pg_temp
AS $body$
DECLARE
    content_digest text;
    last_seq bigint;
    last_hash text;
BEGIN
    PERFORM pg_advisory_xact_lock({CHAIN_LOCK});
    content_digest := encode(sha256(convert_to(coalesce(audit_content(p_table, p_key, p_row), ''), 'UTF8')), 'hex');
    SELECT seq, hash INTO last_seq, last_hash FROM audit_link ORDER BY seq DESC LIMIT 1;
    last_seq := coalesce(last_seq, 0);
    last_hash := coalesce(last_hash, repeat('0', 64));
    INSERT INTO audit_link (seq, "table", "row", content_hash, previous_hash, hash, at)
    VALUES (
        last_seq + 1, p_table, p_row, content_digest, last_hash,
        encode(sha256(convert_to(
            last_hash || ':' || (last_seq + 1)::text || ':' || p_table || ':' || p_row::text || ':' || content_digest, 'UTF8'
        )), 'hex'),
        clock_timestamp()
    );
END
$body$;
"""

DROP_FUNCTIONS = """
DROP FUNCTION IF EXISTS audit_append(text, text, bigint);
DROP FUNCTION IF EXISTS audit_content(text, text, bigint);
"""

GRANT_ALL = """
GRANT USAGE ON SCHEMA public TO {role};
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role};
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role};
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO {role};
REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM {role};
"""

REVOKE_CHANGES = "REVOKE UPDATE, DELETE, TRUNCATE ON {table} FROM {role}"
REVOKE_ALL_WRITES = "REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON {table} FROM {role}"
