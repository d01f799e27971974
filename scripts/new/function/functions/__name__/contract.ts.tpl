/** What `__name__` offers: keeping a line of one's own. */
import * as z from 'zod/mini'
import { procedure } from '../core/io/procedure'
import { count, instant, personText } from '../core/io/schema'
import { LINE_LENGTH } from './rules/room'

export { errors } from './data/errors'

const line = z.object({ id: z.string(), text: z.string(), at: instant })

export const contract = {
  add: procedure({
    summary: 'Keep a line of mine',
    allow: ['account'],
    scope: 'self',
    effect: 'mutate',
    raises: ['__NAME___FULL'],
  })
    .input(z.object({ text: personText(LINE_LENGTH) }))
    .output(z.object({ line, /** How many more there is room for. */ left: count })),
}
