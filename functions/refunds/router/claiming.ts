/** What may be claimed, and handing it in. */
import { actingFor } from '../../accounts/public'
import { pageAnswer } from '../../core/io/store/pages'
import { reader } from '../../core/io/store/reader'
import { tidyValues } from '../../core/pure/form-values'
import { dayOf } from '../../core/pure/time'
import { vouchers } from '../collections'
import { ruleOf } from '../rules/rule-of'
import { insistForm, showCheck } from '../work/check'
import { dropDraft as drop, myDrafts, ownDraft, saveDraft as save, showDraft } from '../work/drafts'
import { knownFor, verifiedSubject } from '../work/known'
import { showVoucher } from '../work/present'
import { submit as handIn } from '../work/submit'
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
  const { kind, taxpayerId, voucherId, unfinished = false } = input
  const acting = await actingFor(context, { scope: 'refunds', taxpayerId })
  const subject = await verifiedSubject(context, acting)
  insistForm(kind, input.values, { today: dayOf(context.now), language: context.language, unfinished })
  const values = tidyValues(ruleOf(kind).form, input.values)
  const beside = await knownFor(context, { kind, payer: acting.kind, subject, voucherId })
  const known = { ...beside.known, ...(unfinished && { unfinished }) }
  const checked = ruleOf(kind).check(values, known)
  return { check: showCheck({ kind, values, known, checked }, context.language) }
})

export const saveDraft = os.saveDraft.handler(({ input, context }) => save(context, input))

export const drafts = os.drafts.handler(async ({ context }) => ({ items: await myDrafts(context) }))

export const draft = os.draft.handler(async ({ input: { draftId }, context }) => ({
  draft: await showDraft(context, draftId, await ownDraft(context, draftId)),
}))

export const dropDraft = os.dropDraft.handler(({ input, context }) => drop(context, input.draftId))

export const submit = os.submit.handler(({ input, context }) => handIn(context, input.draftId))
