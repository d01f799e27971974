/** Brings a catalogue in from a file: the whole file is checked before anything is written. */
import type * as z from 'zod'
import { AdminRefused } from '../../functions/accounts/admin'
import { auditEntry } from '../../functions/core/io/audit/entry'
import type { Services } from '../../functions/core/io/context'
import type { Collection } from '../../functions/core/io/store/collection'
import type { Doc } from '../../functions/core/io/store/contract'
import { transact } from '../../functions/core/io/store/transact'
import { issueText } from './words'

export interface Imported {
  readonly added: number
  readonly changed: number
  /** As they were: nothing is written for them. */
  readonly same: number
}

const MOST_PROBLEMS = 40

/** @throws AdminRefused naming every field that is wrong */
export const parseFile = <T>(text: string, schema: z.ZodType<T>): T => {
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch (cause) {
    throw new AdminRefused('the file is not JSON', { cause })
  }
  const result = schema.safeParse(given)
  if (result.success) return result.data
  const problems = result.error.issues
    .slice(0, MOST_PROBLEMS)
    .map(({ path, message }) => `  - ${path.join('.')}: ${issueText(message)}`)
  throw new AdminRefused(`the file was not imported:\n${problems.join('\n')}`)
}

/** For `superRefine` of an array: the rows that name themselves like an earlier one. */
export const twice = (names: readonly string[]): readonly number[] => {
  const seen = new Set<string>()
  return names.flatMap((name, at) => {
    if (seen.has(name)) return [at]
    seen.add(name)
    return []
  })
}

const BATCH = 10

/** Adds what is new and brings up to date what is known; none is removed. Each batch of ten is one audited commit, and a repeat changes nothing. */
export const importDocuments = async <T extends Doc>(
  services: Services,
  {
    collection,
    action,
    wanted,
  }: {
    readonly collection: Collection<T>
    readonly action: string
    readonly wanted: readonly { readonly id: string; readonly doc: T }[]
  },
): Promise<Imported> => {
  const done = { added: 0, changed: 0, same: 0 }
  for (let from = 0; from < wanted.length; from += BATCH) {
    const batch = await transact(services, async (tx) => {
      const counted = { added: 0, changed: 0, same: 0 }
      for (const { id, doc } of wanted.slice(from, from + BATCH)) {
        const before = await tx.get(collection, id)
        if (before && canonical(before) === canonical(doc)) {
          counted.same += 1
          continue
        }
        tx.put(collection, id, doc)
        auditEntry(tx, { actor: 'operator:import', action, subject: id, detail: { added: !before } })
        counted[before ? 'changed' : 'added'] += 1
      }
      return counted
    })
    done.added += batch.added
    done.changed += batch.changed
    done.same += batch.same
  }
  return done
}

/** The same content, in whatever order its keys stand. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
