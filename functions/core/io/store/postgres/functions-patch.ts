/** Keys of indexes, and patches: what one document is, and becomes. */
import type { StoredFunction } from './functions'

/** Inlined by the planner, in queries as in indexes. `keyOf` in names.ts says the same in JavaScript. */
export const key: StoredFunction = {
  name: 'shuibang_key_1',
  types: 'jsonb',
  head: '(value jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE',
  body: String.raw`
  SELECT CASE jsonb_typeof(value)
    WHEN 'number' THEN 'n' || lpad((value::numeric + 9007199254740992)::text, 17, '0')
    WHEN 'string' THEN 's' || (value #>> '{}')
    WHEN 'boolean' THEN CASE WHEN value::boolean THEN 'b1' ELSE 'b0' END
    ELSE ''
  END
`,
}

/** The value at a dotted path. Neither lists nor scalars have a key, so nothing is found inside them. */
export const at: StoredFunction = {
  name: 'shuibang_at_1',
  types: 'jsonb, text',
  head: '(doc jsonb, path text) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE',
  body: String.raw`
DECLARE key text;
BEGIN
  FOREACH key IN ARRAY string_to_array(path, '.') LOOP
    doc := doc -> key;
  END LOOP;
  RETURN doc;
END
`,
}

/** The document with a value at a path, objects made on the way; null when a part of the way is no object. */
export const put: StoredFunction = {
  name: 'shuibang_put_1',
  types: 'jsonb, text, jsonb',
  head: '(doc jsonb, path text, value jsonb) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE',
  body: String.raw`
DECLARE
  keys text[] := string_to_array(path, '.');
  node jsonb := doc;
BEGIN
  FOR i IN 1 .. cardinality(keys) - 1 LOOP
    node := node -> keys[i];
    IF node IS NULL THEN
      FOR j IN REVERSE cardinality(keys) .. i + 1 LOOP
        value := jsonb_build_object(keys[j], value);
      END LOOP;
      RETURN jsonb_set(doc, keys[1:i], value);
    END IF;
    IF jsonb_typeof(node) <> 'object' THEN RETURN NULL; END IF;
  END LOOP;
  RETURN jsonb_set(doc, keys, value);
END
`,
}

/**
 * `applyPatch` of apply-patch.ts, answer for answer: the document as it is afterwards, or null when a guard does not hold.
 * The text of a jsonb has a space after each comma and colon that JSON.stringify does not write: they are taken off only
 * when the text is near the limit.
 */
export const patched: StoredFunction = {
  name: 'shuibang_patched_1',
  types: 'jsonb, jsonb',
  head: '(doc jsonb, patch jsonb) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE',
  body: String.raw`
DECLARE
  guard jsonb;
  part record;
  path text;
  found jsonb;
  total numeric;
  bare text;
BEGIN
  FOR guard IN SELECT jsonb_array_elements(patch -> 'when') LOOP
    found := shuibang_at_1(doc, guard ->> 'path');
    IF guard ? 'is' AND (found IS NULL OR found <> guard -> 'is') THEN RETURN NULL; END IF;
    IF guard ? 'absent' AND found IS NOT NULL THEN RETURN NULL; END IF;
  END LOOP;
  FOR part IN SELECT one.key, one.value FROM jsonb_each(patch -> 'add') one LOOP
    found := shuibang_at_1(doc, part.key);
    IF found IS NULL OR jsonb_typeof(found) <> 'number' THEN RETURN NULL; END IF;
    total := found::numeric + part.value::numeric;
    IF abs(total) > 9007199254740991 THEN RETURN NULL; END IF;
    doc := shuibang_put_1(doc, part.key, to_jsonb(total));
  END LOOP;
  FOR guard IN SELECT jsonb_array_elements(patch -> 'when') LOOP
    CONTINUE WHEN NOT guard ?| '{min,max}';
    found := shuibang_at_1(doc, guard ->> 'path');
    IF found IS NULL OR jsonb_typeof(found) <> 'number' THEN RETURN NULL; END IF;
    IF found::numeric < (guard -> 'min')::numeric OR found::numeric > (guard -> 'max')::numeric THEN RETURN NULL; END IF;
  END LOOP;
  FOR part IN SELECT one.key, one.value FROM jsonb_each(patch -> 'set') one LOOP
    doc := shuibang_put_1(doc, part.key, part.value);
    IF doc IS NULL THEN RETURN NULL; END IF;
  END LOOP;
  FOR path IN SELECT jsonb_array_elements_text(patch -> 'unset') LOOP
    IF shuibang_at_1(doc, path) IS NOT NULL THEN doc := doc #- string_to_array(path, '.'); END IF;
  END LOOP;
  found := doc -> 'holders';
  IF jsonb_typeof(found) = 'object' AND (SELECT count(*) FROM jsonb_object_keys(found)) > 500 THEN RETURN NULL; END IF;
  IF jsonb_typeof(found) = 'array' AND jsonb_array_length(found) > 500 THEN RETURN NULL; END IF;
  IF octet_length(doc::text) > 65536 THEN
    bare := regexp_replace(doc::text, '"([^"\\]|\\.)*"', '', 'g');
    IF octet_length(doc::text) - length(bare) + length(replace(bare, ' ', '')) > 65536 THEN RETURN NULL; END IF;
  END IF;
  RETURN doc;
END
`,
}

/** One document's patch. A lock that does not come within 2 s is `busy` to the caller. */
export const patch: StoredFunction = {
  name: 'shuibang_patch_1',
  types: 'text, text, jsonb, text',
  head: `(into_table text, of_id text, patch jsonb, new_version text, OUT outcome text, OUT doc jsonb, OUT version text)
  LANGUAGE plpgsql SET lock_timeout = '2s'`,
  body: String.raw`
DECLARE
  standing jsonb;
  marked jsonb;
BEGIN
  EXECUTE format('SELECT doc, version FROM %I WHERE id = $1 FOR UPDATE', into_table) INTO standing, version USING of_id;
  IF version IS NULL THEN
    outcome := 'missing';
    RETURN;
  END IF;
  IF patch ? 'marker' THEN
    marked := shuibang_at_1(standing, patch ->> 'marker');
    IF marked IS NOT NULL THEN
      outcome := CASE WHEN marked = patch -> 'set' -> (patch ->> 'marker') THEN 'already' ELSE 'guard' END;
      doc := standing;
      RETURN;
    END IF;
  END IF;
  doc := shuibang_patched_1(standing, patch);
  IF doc IS NULL THEN
    outcome := 'guard';
    RETURN;
  END IF;
  version := new_version;
  EXECUTE format('UPDATE %I SET doc = $2, version = $3 WHERE id = $1', into_table) USING of_id, doc, version;
  outcome := 'patched';
END
`,
}
