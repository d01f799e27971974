/** Draws, as anybody looks at them: their documents, their files, a proof. */
import { pageAnswer } from '../../core/io/store/pages'
import { reader } from '../../core/io/store/reader'
import { AppError } from '../../core/pure/errors'
import { campaigns, lotteryDraws } from '../collections'
import { os } from './os'

const ofShow = () => import('../work/show')
const ofParts = () => import('../work/parts')

export const draws = os.draws.handler(async ({ input: { campaign, kind, ...page }, context }) => {
  if ((await reader(context.store).get(campaigns, campaign))?.state !== 'published')
    throw new AppError('NOT_FOUND')
  const { isShown, showDraw } = await ofShow()
  const found = await reader(context.store).query(lotteryDraws, {
    index: 'campaign',
    where: { campaign, kind },
    order: 'desc',
    ...page,
  })
  const items = found.items.filter(({ doc }) => isShown(doc))
  return pageAnswer({ ...found, items }, (row) => showDraw(row, context))
})

export const draw = os.draw.handler(async ({ input: { id }, context }) => {
  const doc = await reader(context.store).get(lotteryDraws, id)
  const { isShown, showDraw } = await ofShow()
  if (!doc || !isShown(doc)) throw new AppError('NOT_FOUND')
  return { draw: showDraw({ id, doc }, context) }
})

export const file = os.file.handler(async ({ input: { id, name, offset, length }, context }) => {
  const files = (await ofParts()).publishedOf(context, id)
  const size = await files.size(name)
  if (size === undefined || offset >= size) throw new AppError('NOT_FOUND')
  const bytes = await files.read(name, offset, Math.min(length, size - offset))
  return { size, bytes: Buffer.from(bytes).toString('base64') }
})

export const proof = os.proof.handler(async ({ input: { drawId, entryId }, context }) => {
  const [{ publishedOf }, { proofOf }, { placeOf }, { hexOfEntry }] = await Promise.all([
    ofParts(),
    import('../rules/draw/proof'),
    import('../work/place'),
    import('../work/ids'),
  ])
  const files = publishedOf(context, drawId)
  const index = await placeOf(files, hexOfEntry(entryId))
  if (index === undefined) throw new AppError('NOT_FOUND')
  const { path, ...rest } = await proofOf(files, index)
  return { proof: { ...rest, path: [...path] } }
})
