/** A function that gives papers, as small as one can be: built as those of the product are, to see what its folder needs. */
import { implement } from '@orpc/server'
import * as z from 'zod/mini'
import type { Context } from '../../../../functions/core/io/context'
import { deploy } from '../../../../functions/core/io/entry/deploy'
import { renderPaper } from '../../../../functions/core/io/papers'
import { paperPart, paperPartOf } from '../../../../functions/core/io/papers/part'
import { procedure } from '../../../../functions/core/io/procedure'
import { count } from '../../../../functions/core/io/schema'
import { application, ISSUED } from '../samples'

export const contract = {
  application: procedure({
    summary: 'A paper',
    allow: ['anyone'],
    scope: 'public',
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ place: count }))
    .output(paperPart),
}
const os = implement(contract).$context<Context>()

export const router = {
  application: os.application.handler(async ({ input, context: { language, settings } }) => {
    const options = { language, now: ISSUED, demonstration: settings.demonstration }
    const bytes = await renderPaper(application, options)
    return paperPartOf({ kind: 'pdf', name: '退（抵）税申请表', bytes }, input.place)
  }),
}

export const { main, handler } = deploy('papers', { contract, router })
