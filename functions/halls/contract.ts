/** What `halls` offers: the halls, the catalogue of matters, and whose halls an officer's are. */
import * as z from 'zod/mini'
import { procedure } from '../core/io/procedure'
import { position } from '../core/io/schema'
import { guide, hallId, hallRow, listedHall, matterCode, matterRow } from './schemas'

export { errors } from './data/errors'

export const contract = {
  list: procedure({
    summary: 'Halls, nearest first when a position is given',
    allow: ['anyone'],
    scope: 'public',
    effect: 'read',
  })
    .input(z.object({ position: z.optional(position), matter: z.optional(matterCode) }))
    .output(z.object({ halls: z.array(listedHall) })),
  matters: procedure({
    summary: 'The catalogue of matters',
    allow: ['anyone'],
    scope: 'public',
    effect: 'read',
  })
    .input(z.object({ hallId: z.optional(hallId) }))
    .output(z.object({ matters: z.array(matterRow) })),
  guide: procedure({
    summary: 'The guide to one matter: basis, office, steps, materials, time limit, contact',
    allow: ['anyone'],
    scope: 'public',
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ matter: matterCode }))
    .output(z.object({ matter: matterRow, guide })),
  onDuty: procedure({
    summary: 'The halls that the caller’s grants serve',
    allow: ['officer', 'supervisor'],
    scope: 'hall',
    effect: 'read',
  })
    .input(z.object({}))
    .output(z.object({ halls: z.array(hallRow) })),
}
