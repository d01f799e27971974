/** Commits: many documents, all or none. */
import type { StoredFunction } from './functions'

/**
 * One commit. Changes are taken in the order of table and id, so that no two calls wait for each other; `check` holds its
 * row FOR SHARE. What fails first in the given order is told, and the inner block, with all it wrote, is undone.
 *
 * Rows that were found are locked, and a version that is gone never comes back. Presence and absence are not held by
 * any lock: one that refuses is looked at once more under all other locks, so that the answer was true at one moment.
 */
export const commit: StoredFunction = {
  name: 'shuibang_commit_1',
  types: 'jsonb, text',
  head: `(changes jsonb, new_version text, OUT failed int, OUT reason text, OUT patched jsonb)
  LANGUAGE plpgsql SET lock_timeout = '2s'`,
  body: String.raw`
DECLARE
  place int;
  change jsonb;
  into_table text;
  of_id text;
  standing jsonb;
  wrong text;
  affected int;
  present boolean;
BEGIN
  patched := '{}';
  BEGIN
    FOR place, change IN
      SELECT one.ordinality - 1, one.value FROM jsonb_array_elements(changes) WITH ORDINALITY one
      ORDER BY one.value ->> 'table' COLLATE "C", one.value ->> 'id' COLLATE "C"
    LOOP
      CONTINUE WHEN place > failed;
      into_table := change ->> 'table';
      of_id := change ->> 'id';
      wrong := NULL;
      CASE change ->> 'op'
        WHEN 'insert' THEN
          EXECUTE format('INSERT INTO %I (id, doc, version) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING', into_table)
            USING of_id, change -> 'doc', new_version;
          GET DIAGNOSTICS affected = ROW_COUNT;
          IF affected = 0 THEN wrong := 'duplicate'; END IF;
        WHEN 'replace' THEN
          EXECUTE format('UPDATE %I SET doc = $3, version = $4 WHERE id = $1 AND version = $2', into_table)
            USING of_id, change ->> 'version', change -> 'doc', new_version;
          GET DIAGNOSTICS affected = ROW_COUNT;
          IF affected = 0 THEN wrong := 'stale'; END IF;
        WHEN 'remove' THEN
          EXECUTE format('DELETE FROM %I WHERE id = $1 AND version = $2', into_table) USING of_id, change ->> 'version';
          GET DIAGNOSTICS affected = ROW_COUNT;
          IF affected = 0 THEN wrong := 'stale'; END IF;
        WHEN 'check' THEN
          EXECUTE format('SELECT 1 FROM %I WHERE id = $1 AND version = $2 FOR SHARE', into_table)
            INTO affected USING of_id, change ->> 'version';
          IF affected IS NULL THEN wrong := 'stale'; END IF;
        WHEN 'patch' THEN
          EXECUTE format('SELECT doc FROM %I WHERE id = $1 FOR UPDATE', into_table) INTO standing USING of_id;
          IF standing IS NULL THEN
            wrong := 'missing';
          ELSE
            standing := shuibang_patched_1(standing, change -> 'patch');
            IF standing IS NULL THEN
              wrong := 'guard';
            ELSE
              EXECUTE format('UPDATE %I SET doc = $2, version = $3 WHERE id = $1', into_table) USING of_id, standing, new_version;
              patched := patched || jsonb_build_object(place, standing);
            END IF;
          END IF;
      END CASE;
      IF wrong IS NOT NULL THEN
        failed := place;
        reason := wrong;
      END IF;
    END LOOP;
    IF reason IN ('duplicate', 'missing') THEN
      change := changes -> failed;
      EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I WHERE id = $1)', change ->> 'table') INTO present USING change ->> 'id';
      IF present <> (reason = 'duplicate') THEN RAISE SQLSTATE '40001' USING MESSAGE = 'a document came or went meanwhile'; END IF;
    END IF;
    IF failed IS NOT NULL THEN RAISE SQLSTATE 'SB001'; END IF;
  EXCEPTION WHEN SQLSTATE 'SB001' THEN
    patched := NULL;
  END;
END
`,
}
