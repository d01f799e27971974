/** A function that gives papers and sheets, as small as one can be: built as those of the product are, to see what its folder needs. */
import { implement } from '@orpc/server'
import * as z from 'zod/mini'
import type { Context } from '../../../../functions/core/io/context'
import { deploy } from '../../../../functions/core/io/entry/deploy'
import { renderPaper } from '../../../../functions/core/io/papers'
import { paperPart, paperPartOf } from '../../../../functions/core/io/papers/part'
import { renderSheets, sheetOf } from '../../../../functions/core/io/sheets'
import { text } from '../../../../functions/core/pure/text'
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
  list: procedure({
    summary: 'A sheet',
    allow: ['anyone'],
    scope: 'public',
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ place: count }))
    .output(paperPart),
}
const list = sheetOf({
  name: text('名单', 'List'),
  columns: [{ title: text('姓名', 'Name'), kind: 'text', of: (name: string) => name }],
  rows: ['林小雨'],
})
const os = implement(contract).$context<Context>()

export const router = {
  application: os.application.handler(async ({ input, context: { language, settings } }) => {
    const options = { language, now: ISSUED, demonstration: settings.demonstration }
    const bytes = await renderPaper(application, options)
    return paperPartOf({ kind: 'pdf', name: '退（抵）税申请表', bytes }, input.place)
  }),
  list: os.list.handler(async ({ input, context: { language, now, settings } }) => {
    const bytes = await renderSheets([list], { language, now, demonstration: settings.demonstration })
    return paperPartOf({ kind: 'xlsx', name: '名单', bytes }, input.place)
  }),
}

export const { main, handler } = deploy('papers', { contract, router })
