/** Brings halls in from a file: the whole file is checked before anything is written. */
import * as z from 'zod'
import { AdminRefused } from '../../functions/accounts/admin'
import { halls, type HallDoc } from '../../functions/appointments/collections'
import { LIMIT_KEYS } from '../../functions/appointments/data/limits'
import { auditEntry } from '../../functions/core/io/audit/entry'
import type { Services } from '../../functions/core/io/context'
import { transact } from '../../functions/core/io/store/transact'
import { isDay } from '../../functions/core/pure/time'

const words = z.strictObject({ zh: z.string().min(1).max(400), en: z.string().min(1).max(400) })
const day = z.string().refine(isDay, 'a day, YYYY-MM-DD')
const minute = z.int().min(0).max(1440)
const seats = (most: number) => z.int().min(0).max(most)
const override = z.strictObject({ value: z.int().min(0).max(100_000), basis: words, effectiveFrom: day, effectiveTo: day.nullable() })

const hall = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/),
  name: words,
  address: words,
  region: z.string().regex(/^\d{6}$/, 'a division code of six digits (GB/T 2260)'),
  phone: z.string().regex(/^[0-9+() -]{5,30}$/),
  latitude: z.int().min(-90_000_000).max(90_000_000),
  longitude: z.int().min(-180_000_000).max(180_000_000),
  hours: z.array(z.strictObject({ from: minute, to: minute }).refine(({ from, to }) => from < to, 'from before to')).min(1).max(4),
  hoursNote: words,
  matters: z.array(z.string().regex(/^[A-Z0-9]{2,16}$/)).min(1).max(200),
  windows: z.int().min(1).max(500),
  template: z.strictObject({ online: seats(200), walkIn: seats(200), priority: seats(100) }),
  sameDay: z.boolean().default(false),
  limits: z.partialRecord(z.enum(LIMIT_KEYS), override).default({}),
  demonstration: z.boolean().default(false),
})

const file = z.array(hall).min(1).max(500).superRefine((all, context) => {
  const seen = new Set<string>()
  all.forEach(({ id }, i) => {
    if (seen.has(id)) context.addIssue({ code: 'custom', path: [i, 'id'], message: `${id} is there twice` })
    seen.add(id)
  })
})

const BATCH = 10

/**
 * Adds halls and brings known ones up to date; none is removed. Each batch of ten is one commit, and a repeat changes nothing.
 * @param text JSON: an array of halls, texts as `{zh, en}`, positions in micro-degrees, times in minutes since midnight
 * @throws AdminRefused naming every field that is wrong
 */
export const importHalls = async (services: Services, text: string): Promise<{ readonly added: number; readonly changed: number; readonly same: number }> => {
  const wanted = parse(text)
  const done = { added: 0, changed: 0, same: 0 }
  for (let i = 0; i < wanted.length; i += BATCH) {
    const counted = await transact(services, async (tx) => {
      const count = { added: 0, changed: 0, same: 0 }
      for (const { id, ...rest } of wanted.slice(i, i + BATCH)) {
        const doc: HallDoc = { v: 1, ...rest }
        const before = await tx.get(halls, id)
        if (before && same(before, doc)) {
          count.same += 1
          continue
        }
        tx.put(halls, id, doc)
        auditEntry(tx, { actor: 'operator:import', action: 'admin/importHalls', subject: id, hallId: id, detail: { added: !before } })
        count[before ? 'changed' : 'added'] += 1
      }
      return count
    })
    done.added += counted.added
    done.changed += counted.changed
    done.same += counted.same
  }
  return done
}

const parse = (text: string): z.infer<typeof file> => {
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch (cause) {
    throw new AdminRefused('the file is not JSON', { cause })
  }
  const result = file.safeParse(given)
  if (result.success) return result.data
  throw new AdminRefused(`the file was not imported:\n${result.error.issues.slice(0, 40).map(({ path, message }) => `  - ${path.join('.')}: ${message}`).join('\n')}`)
}

/** The same content, in whatever order its keys stand. */
const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part)
