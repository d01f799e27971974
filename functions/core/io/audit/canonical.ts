/** Hashes of canonical JSON, each kind of thing in a domain of its own. */
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../pure/canonical-json'
import type { Json } from '../store/contract'

export const canonical: (value: Json) => string = canonicalJson

/** Hex SHA-256 of the canonical JSON, in a domain of its own so that no two kinds of thing share a hash. */
export const hashOf = (domain: string, value: Json): string =>
  createHash('sha256')
    .update(`${domain}\n${canonical(value)}`, 'utf8')
    .digest('hex')
