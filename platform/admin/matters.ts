/** The catalogue of matters, from a file: codes, names, what to bring, how long it takes, whether it can be done online. */
import * as z from 'zod'
import type { Services } from '../../functions/core/io/context'
import { matters } from '../../functions/halls/collections'
import { MATTER_CODE, MATTER_KINDS } from '../../functions/halls/rules/fields'
import { importDocuments, parseFile, twice, type Imported } from './import'
import { words } from './words'

const matter = z.strictObject({
  code: z.string().regex(MATTER_CODE),
  name: words,
  group: words,
  minutes: z.int().min(1).max(480),
  bring: z.array(z.strictObject({ name: words, copies: words, required: z.boolean() })).max(40),
  basis: words,
  kind: z.enum(MATTER_KINDS),
  online: z
    .strictObject({ way: words, url: z.url({ protocol: /^https?$/ }) })
    .nullable()
    .default(null),
})

const file = z
  .array(matter)
  .min(1)
  .max(500)
  .superRefine((all, context) => {
    for (const at of twice(all.map(({ code }) => code)))
      context.addIssue({
        code: 'custom',
        path: [at, 'code'],
        message: `${all[at]?.code ?? ''} is there twice`,
      })
  })

/**
 * The file is the whole catalogue, in the order that it is shown.
 * @param text JSON: an array of matters, texts as `{zh, en}`
 * @throws AdminRefused naming every field that is wrong
 */
export const importMatters = (services: Services, text: string): Promise<Imported> => {
  const wanted = parseFile(text, file).map(({ code, ...rest }, rank) => ({
    id: code,
    doc: { v: 1 as const, rank, ...rest },
  }))
  return importDocuments(services, { collection: matters, action: 'admin/importMatters', wanted })
}
