/** What I won, and what I do about it; what knows of rules is loaded with the first call. */
import { callerId } from '../../core/io/identity/caller'
import { pageAnswer } from '../../core/io/store/pages'
import { reader } from '../../core/io/store/reader'
import { prizes as prizeDocs } from '../collections'
import { os } from './os'

const ofClaim = () => import('../work/claim')
const ofShow = () => import('../work/show')

export const prizes = os.prizes.handler(async ({ input, context }) => {
  const { showPrize } = await ofShow()
  const owner = callerId(context)
  const key = await context.vault.keyOf(owner)
  const found = await reader(context.store).query(prizeDocs, {
    index: 'owner',
    where: { owner },
    order: 'desc',
    ...input,
  })
  const items = await Promise.all(found.items.map((row) => showPrize(context, key, row)))
  return { ...pageAnswer(found, ({ id }) => id), items }
})

export const prize = os.prize.handler(async ({ input: { id }, context }) => {
  const [{ ownPrize }, { showPrize }] = await Promise.all([ofClaim(), ofShow()])
  const doc = await ownPrize(context, id)
  return { prize: await showPrize(context, await context.vault.keyOf(doc.owner), { id, doc }) }
})

export const claim = os.claim.handler(async ({ input: { id, account }, context }) =>
  (await ofClaim()).claim(context, id, account),
)
export const fixAccount = os.fixAccount.handler(async ({ input: { id, account }, context }) =>
  (await ofClaim()).fixAccount(context, id, account),
)
export const decline = os.decline.handler(async ({ input: { id }, context }) =>
  (await ofClaim()).decline(context, id),
)
