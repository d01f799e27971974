/** What time does to prizes: the second look at the invoice, the end of the time to claim, the payment of what was claimed. */
import type { Services } from '../../core/io/context'
import { workCalls } from '../../core/io/outside/work'
import { outsideCalls } from '../../core/io/outside/collections'
import { openPayout } from '../../core/io/payout/open'
import { planPayout } from '../../core/io/payout/plan'
import { pagesOf } from '../../core/io/store/pages'
import { reader } from '../../core/io/store/reader'
import { transact } from '../../core/io/store/transact'
import { fen } from '../../core/pure/money'
import type { Day } from '../../core/pure/time'
import { PAYOUT_REASONS, payoutReasonOf } from '../../core/pure/payout-reasons'
import { invoiceState } from '../../invoices/public'
import { lotteryEntries, prizes, type PrizeDoc } from '../collections'
import type { Campaign } from '../rules/campaign'
import type { PrizeState } from '../rules/prize-states'
import { publishedCampaign } from './campaigns'
import { accountAt, openAccount } from './claim'
import { claimableUntil, movedByTime, movePrize } from './prize'

const WAITING: readonly PrizeState[] = ['won', 'checking', 'confirmed']

/** Why a prize is lost: its invoice is void or reversed, or its entry was left out since. Undefined: it is good. */
const lossOf = async (services: Services, doc: PrizeDoc): Promise<string | undefined> => {
  const [state, entry] = await Promise.all([
    invoiceState(services, doc.invoiceId),
    reader(services.store).get(lotteryEntries, doc.entryId),
  ])
  if (state === 'void' || state === 'red') return state
  return entry?.excluded ?? undefined
}

/** What is not known of an invoice stays good, as it was when it was entered. */
const lookAgain = async (
  services: Services,
  campaign: Campaign,
  id: string,
  doc: PrizeDoc,
): Promise<void> => {
  const why = await lossOf(services, doc)
  if (why !== undefined) return step(services, id, doc, { move: 'void', said: { why } })
  await step(services, id, doc, { move: 'confirm', until: claimableUntil(campaign, doc) })
}

const step = (
  services: Services,
  id: string,
  doc: PrizeDoc,
  moved: {
    readonly move: 'hold' | 'confirm' | 'void' | 'expire'
    readonly said?: { readonly why?: string }
    readonly until?: Day | undefined
  },
): Promise<void> =>
  transact(services, async (tx) => {
    const standing = await tx.get(prizes, id)
    // Somebody was quicker.
    if (!standing || standing.events !== doc.events) return
    await movePrize(tx, { id, doc: standing, by: 'clock', actor: null, set: {}, key: undefined, ...moved })
  })

/** Prizes that wait for time, each moved on as far as it goes now. @returns how many were looked at */
export const runPrizes = async (services: Services): Promise<number> => {
  let looked = 0
  for (const state of WAITING)
    for await (const rows of pagesOf(services.store, prizes, { index: 'state', where: { state } }))
      for (const { id, doc } of rows) {
        looked += 1
        const { campaign } = await publishedCampaign(services, doc.campaign)
        const next = movedByTime(campaign, doc, services.clock())
        if (next === 'look') await lookAgain(services, campaign, id, doc)
        else if (next !== 'none') await step(services, id, doc, { move: next })
      }
  return looked
}

/** Orders what was claimed: the order and the step are one commit, so that it is paid once. */
const orderOne = async (services: Services, id: string): Promise<void> => {
  const payout = openPayout(services.settings.payout, services)
  const before = await reader(services.store).get(prizes, id)
  const key = before && (await services.vault.keysOf([before.owner])).get(before.owner)
  if (!key) return
  await transact(services, async (tx) => {
    const doc = await tx.get(prizes, id)
    if (doc?.state !== 'claimed' || doc.account === null) return
    const account = openAccount(key, accountAt(id), doc.account)
    const { orderId } = planPayout(tx, payout, {
      fen: fen(doc.fen - doc.tax),
      purpose: 'prize',
      about: id,
      subject: doc.owner,
      key,
      payee: { kind: 'bank', name: account.holder, bank: account.bank, account: account.number },
      tell: 'lottery.payoutSettled',
    })
    await movePrize(tx, { id, doc, move: 'order', by: 'clock', actor: null, set: { orderId }, key })
  })
}

export const payPrizes = async (services: Services): Promise<number> => {
  for await (const rows of pagesOf(services.store, prizes, { index: 'state', where: { state: 'claimed' } }))
    for (const { id } of rows) await orderOne(services, id)
  return workCalls(services, openPayout(services.settings.payout, services))
}

/** What the channel said. Safe to repeat, and deaf to what is said of an order that this prize no longer has. */
export const settlePrize = async (
  services: Services,
  { callId, about }: { readonly callId: string; readonly about: string },
): Promise<void> => {
  const call = await reader(services.store).get(outsideCalls, callId)
  if (!call || (call.state !== 'done' && call.state !== 'refused')) return
  await transact(services, async (tx) => {
    const doc = await tx.get(prizes, about)
    if (doc?.state !== 'ordered' || doc.orderId !== call.request.order) return
    const by = { id: about, doc, by: 'bank', actor: null, key: undefined } as const
    if (call.state === 'done') {
      await movePrize(tx, { ...by, move: 'pay', set: {}, said: { fen: doc.fen - doc.tax } })
      return
    }
    const why = payoutReasonOf(call.why)
    const move = PAYOUT_REASONS[why].remedy === 'office' ? 'bankReturn' : 'bankReject'
    await movePrize(tx, { ...by, move, set: { orderId: null }, said: { why } })
  })
}
