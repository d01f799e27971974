/** The title book. */
import { gbkBytes } from '../../core/io/gbk'
import type { Context } from '../../core/io/context'
import { AppError } from '../../core/pure/errors'
import { say } from '../../core/pure/text'
import { os } from './os'
import { writeTitle } from '../rules/title'
import { tidyTitle, titleFaults, type InvoiceTitle, type TitleFault } from '../rules/title-fields'
import * as work from '../work/titles'

/** With every fault, in words. */
const refused = (faults: readonly TitleFault[], { language }: Context): AppError =>
  new AppError('TITLE_FAULTS', {
    faults: faults.map(({ field, words }) => ({ field, words: say(words, language) })),
  })

export const titles = os.titles.handler(async ({ context }) => ({
  items: [...(await work.ownTitles(context))],
}))

export const saveTitle = os.saveTitle.handler(async ({ input, context }) => {
  const { id, first, ...typed } = input
  const title: InvoiceTitle = tidyTitle(typed)
  const faults = titleFaults(title, { gbk: gbkBytes })
  if (faults.length > 0) throw refused(faults, context)
  return work.saveTitle(context, { ...title, id, first })
})

export const removeTitle = os.removeTitle.handler(({ input, context }) => work.removeTitle(context, input.id))

export const titleQr = os.titleQr.handler(async ({ input, context }) => {
  const written = writeTitle(await work.ownTitle(context, input.id), { gbk: gbkBytes })
  if (!written.ok) throw refused(written.faults, context)
  return { text: written.text }
})
