/**
 * What may be claimed, and handing it in. The laws and forms of eight kinds weigh more than all else here: what needs them is
 * loaded with the first call that does.
 */
import { actingFor } from '../../accounts/public'
import { pageAnswer } from '../../core/io/store/pages'
import { reader } from '../../core/io/store/reader'
import { vouchers } from '../collections'
import { dropDraft as drop, myDrafts, ownDraft, saveDraft as save, showDraft } from '../work/drafts'
import { showVoucher } from '../work/show-voucher'
import { verifiedSubject } from '../work/whose'
import { os } from './os'

export const vouchersOfMine = os.vouchers.handler(async ({ input: { taxpayerId, ...page }, context }) => {
  const acting = await actingFor(context, { scope: 'refunds', taxpayerId })
  const subject = await verifiedSubject(context, acting)
  const found = await reader(context.store).query(vouchers, {
    index: 'subject',
    where: { subject },
    order: 'desc',
    ...page,
  })
  return pageAnswer(found, ({ id, doc }) => showVoucher(id, doc, context.language))
})

export const check = os.check.handler(async ({ input, context }) => {
  const { checkClaim } = await import('../work/check-claim')
  return checkClaim(context, input)
})

export const saveDraft = os.saveDraft.handler(({ input, context }) => save(context, input))

export const drafts = os.drafts.handler(async ({ context }) => ({ items: await myDrafts(context) }))

export const draft = os.draft.handler(async ({ input: { draftId }, context }) => ({
  draft: await showDraft(context, draftId, await ownDraft(context, draftId)),
}))

export const dropDraft = os.dropDraft.handler(({ input, context }) => drop(context, input.draftId))

export const submit = os.submit.handler(async ({ input, context }) => {
  const { submit: handIn } = await import('../work/submit')
  return handIn(context, input.draftId)
})
