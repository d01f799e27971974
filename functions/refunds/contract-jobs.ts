/** What schedules call. */
import * as z from 'zod/mini'
import { procedure } from '../core/io/procedure'
import { count } from '../core/io/schema'

const job = { allow: ['timer'], scope: 'public', effect: 'job' } as const

export const jobsContract = {
  payOut: procedure({ summary: 'Send what was ordered, ask for what is unknown', ...job })
    .input(z.object({}))
    .output(z.object({ looked: count })),
  reconcile: procedure({ summary: 'Compare yesterday’s payments with the other side’s statement', ...job })
    .input(z.object({}))
    .output(z.object({ differences: count })),
}
