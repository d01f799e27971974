/** The halls, from a file; what they open for the coming fortnight is opened at once. */
import * as z from 'zod'
import { LIMIT_KEYS, limitRows } from '../../functions/appointments/data/limits'
import { openComingDays } from '../../functions/appointments/public'
import { isDay, SEATS } from '../../functions/appointments/rules/fields'
import { slotTimes } from '../../functions/appointments/rules/slots'
import type { Services } from '../../functions/core/io/context'
import { reader } from '../../functions/core/io/store/reader'
import { halls, matters } from '../../functions/halls/collections'
import { forgetCatalogue } from '../../functions/halls/public'
import { MATTER_CODE } from '../../functions/halls/rules/fields'
import { importDocuments, parseFile, twice, type Imported } from './import'
import { words } from './words'

const day = z.string().refine(isDay, 'a day, YYYY-MM-DD')
const minute = z.int().min(0).max(1440)
const seats = (most: number) => z.int().min(0).max(most)
const override = z.strictObject({
  value: z.int().min(0).max(100_000),
  basis: words,
  effectiveFrom: day,
  effectiveTo: day.nullable(),
})

const window = z.strictObject({
  number: z.string().regex(/^[A-Za-z0-9-]{1,8}$/),
  matters: z.array(z.string().regex(MATTER_CODE)).min(1).max(200),
})

const hall = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/),
  name: words,
  address: words,
  region: z.string().regex(/^\d{6}$/, 'a division code of six digits (GB/T 2260)'),
  phone: z.string().regex(/^[0-9+() -]{5,30}$/),
  latitude: z.int().min(-90_000_000).max(90_000_000),
  longitude: z.int().min(-180_000_000).max(180_000_000),
  hours: z
    .array(z.strictObject({ from: minute, to: minute }).refine(({ from, to }) => from < to, 'from before to'))
    .min(1)
    .max(4),
  hoursNote: words,
  matters: z.array(z.string().regex(MATTER_CODE)).min(1).max(200),
  windows: z.int().min(1).max(500),
  windowList: z.exactOptional(z.array(window).min(1).max(500)),
  template: z.strictObject({
    online: seats(SEATS.online),
    walkIn: seats(SEATS.walkIn),
    priority: seats(SEATS.priority),
  }),
  byPosition: z.exactOptional(z.boolean()),
  sameDay: z.boolean().default(false),
  limits: z.partialRecord(z.enum(LIMIT_KEYS), override).default({}),
  demonstration: z.boolean().default(false),
})

/** Whatever figure is or comes into force: hours that make no slots would keep the hall from ever opening. */
const slotLengths = ({ limits }: z.infer<typeof hall>): readonly number[] => [
  ...limitRows.filter(({ key }) => key === 'slotMinutes').map(({ value }) => value),
  ...(limits.slotMinutes ? [limits.slotMinutes.value] : []),
]

/** What a queue could not work with: a window twice or of another hall's matter, a matter that no window handles. */
const windowFaults = ({ windows, windowList, matters: own }: z.infer<typeof hall>): readonly string[] => {
  if (!windowList) return []
  const handled = windowList.flatMap(({ matters: its }) => its)
  const again = twice(windowList.map(({ number }) => number)).map((at) => windowList[at]?.number ?? '')
  return [
    ...(windowList.length === windows ? [] : [`${windowList.length} are listed, windows says ${windows}`]),
    ...again.map((number) => `${number} is there twice`),
    ...[...new Set(handled)]
      .filter((code) => !own.includes(code))
      .map((code) => `${code} is none of the hall’s matters`),
    ...own.filter((code) => !handled.includes(code)).map((code) => `no window handles ${code}`),
  ]
}

const file = z
  .array(hall)
  .min(1)
  .max(500)
  .superRefine((all, context) => {
    for (const at of twice(all.map(({ id }) => id)))
      context.addIssue({ code: 'custom', path: [at, 'id'], message: `${all[at]?.id ?? ''} is there twice` })
    all.forEach((one, at) => {
      for (const message of windowFaults(one))
        context.addIssue({ code: 'custom', path: [at, 'windowList'], message })
      for (const minutes of slotLengths(one)) {
        try {
          if (slotTimes(one.hours, minutes).length === 0)
            context.addIssue({
              code: 'custom',
              path: [at, 'hours'],
              message: `no slot of ${minutes} minutes fits in`,
            })
        } catch (error) {
          if (!(error instanceof RangeError)) throw error
          context.addIssue({
            code: 'custom',
            path: [at, 'hours'],
            message: `slots of ${minutes} minutes: ${error.message}`,
          })
        }
      }
    })
  })

export interface ImportedHalls extends Imported {
  /** Named by a hall and not in the catalogue: nobody can book them yet. */
  readonly unknownMatters: readonly string[]
  /** Of the coming fortnight, counted by hall. */
  readonly daysOpened: number
}

const READ = 50

/**
 * Adds halls and brings known ones up to date; none is removed.
 * @param text JSON: an array of halls, texts as `{zh, en}`, positions in micro-degrees, times in minutes since midnight
 * @throws AdminRefused naming every field that is wrong
 */
export const importHalls = async (services: Services, text: string): Promise<ImportedHalls> => {
  const wanted = parseFile(text, file).map(({ id, ...rest }) => ({ id, doc: { v: 1 as const, ...rest } }))
  const imported = await importDocuments(services, { collection: halls, action: 'admin/importHalls', wanted })
  forgetCatalogue(services.store)
  const named = [...new Set(wanted.flatMap(({ doc }) => doc.matters))].sort()
  const known: boolean[] = []
  for (let from = 0; from < named.length; from += READ)
    known.push(
      ...(await reader(services.store).getMany(matters, named.slice(from, from + READ))).map(Boolean),
    )
  return {
    ...imported,
    unknownMatters: named.filter((_, at) => !known[at]),
    daysOpened: await openComingDays(services),
  }
}
