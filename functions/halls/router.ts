/** What answers for `halls`: a handler for each procedure of the contract. */
import { implement } from '@orpc/server'
import type { Context } from '../core/io/context'
import { AppError } from '../core/pure/errors'
import { catalogueOf, hallsFor } from './catalogue'
import { contract } from './contract'
import { hallsOnDuty } from './duty'
import { showGuide } from './guide'
import { nearestFirst, showHall, showMatter, showMatters, showOpening } from './show'

const os = implement(contract).$context<Context>()

export const router = {
  list: os.list.handler(async ({ input, context }) => {
    const handling = hallsFor(await catalogueOf(context), input.matter)
    const rows = handling.map((hall) => ({
      ...showHall(hall, context.language, input.position),
      ...showOpening(hall, context.now),
    }))
    return { halls: nearestFirst(rows) }
  }),
  matters: os.matters.handler(async ({ input, context }) => ({
    matters: showMatters(await catalogueOf(context), context.language, input.hallId),
  })),
  guide: os.guide.handler(async ({ input, context }) => {
    const catalogue = await catalogueOf(context)
    const matter = catalogue.matters.get(input.matter)
    if (!matter) throw new AppError('NOT_FOUND')
    return {
      matter: showMatter(matter, catalogue, context.language),
      guide: showGuide(matter, context.language),
    }
  }),
  onDuty: os.onDuty.handler(async ({ context }) => ({
    halls: (await hallsOnDuty(context)).map((hall) => showHall(hall, context.language)),
  })),
}
