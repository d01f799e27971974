/** What must hold of a lottery whenever nothing is under way, read from the documents alone. */
import { payoutLedger, payoutOrders } from '../../../functions/core/io/payout/collections'
import type { Services } from '../../../functions/core/io/context'
import type { Store, Stored } from '../../../functions/core/io/store/contract'
import { allOf } from '../../../functions/core/io/store/pages'
import { isOver } from '../../../functions/core/pure/case'
import { dayOf } from '../../../functions/core/pure/time'
import {
  entryCounts,
  lotteryDays,
  lotteryDraws,
  lotteryEntries,
  lotteryPools,
  prizes,
  type DrawDoc,
  type EntryDoc,
  type PrizeDoc,
} from '../../../functions/lottery/collections'
import { poolOn, termsOn, type Campaign } from '../../../functions/lottery/rules/campaign'
import { verifyBls, verifyEd25519 } from '../../../functions/lottery/rules/draw/curves'
import { hashBlocks } from '../../../functions/core/pure/sha256'
import { verifyPublished } from '../../../functions/lottery/rules/draw/verify/verify'
import { prizeTable } from '../../../functions/lottery/rules/prize-states'
import { publishedOf } from '../../../functions/lottery/work/parts'

const everything = { index: 'id' } as const
const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0)

const twice = (what: string, keys: readonly string[]): string[] =>
  [...new Set(keys.filter((key, at) => keys.indexOf(key) !== at))].map((key) => `${what} twice: ${key}`)

const open = ({ doc }: Stored<PrizeDoc>): boolean => !isOver(prizeTable, doc.state)

/** Books: nothing below zero, nothing gone, and held is what days and open prizes have. */
const poolFaults = async (store: Store, campaign: Campaign, won: readonly Stored<PrizeDoc>[]) => {
  const draws = await allOf(store, lotteryDraws, everything)
  const days = new Map((await allOf(store, lotteryDays, everything)).map(({ id, doc }) => [id, doc]))
  return (await allOf(store, lotteryPools, everything)).flatMap(({ id, doc: { left, held, paid } }) => {
    const key = id.slice(campaign.id.length + 1)
    const total = poolOn(campaign, key, campaign.opensOn)?.total ?? 0
    const own = won.filter(({ doc }) => doc.pool === key)
    const ofDays = draws
      .filter(({ doc }) => campaign.draws.some((draw) => draw.key === doc.draw && draw.pool === key))
      .map((row) => days.get(row.id)?.pool ?? 0)
    const mustHold = sum([...ofDays, ...own.filter(open).map(({ doc }) => doc.fen)])
    const mustBePaid = sum(own.filter(({ doc }) => doc.state === 'paid').map(({ doc }) => doc.fen))
    return [
      ...(Math.min(left, held, paid) < 0 ? [`${id} is overdrawn`] : []),
      ...(left + held + paid === total ? [] : [`${id} is ${left + held + paid}, not ${total}`]),
      ...(held === mustHold ? [] : [`${id} holds ${held}, its days and prizes ${mustHold}`]),
      ...(paid === mustBePaid ? [] : [`${id} paid ${paid}, its prizes were ${mustBePaid}`]),
    ]
  })
}

const countBy = <T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const one of all) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1)
  return counts
}

const capFaults = async (store: Store, campaign: Campaign, entries: readonly Stored<EntryDoc>[]) => {
  const perDay = countBy(entries, ({ doc }) => `${doc.subject} ${dayOf(doc.at)}`)
  const inAll = countBy(entries, ({ doc }) => doc.subject)
  const most = termsOn(campaign, campaign.opensOn)
  const counted = (await allOf(store, entryCounts, everything)).filter(({ id }) => id.endsWith(campaign.id))
  return [
    ...[...perDay].flatMap(([who, n]) => (n > (most.perDay?.value ?? n) ? [`${n} entries of ${who}`] : [])),
    ...[...inAll].flatMap(([who, n]) => (n > (most.inAll?.value ?? n) ? [`${n} entries of ${who}`] : [])),
    ...counted.flatMap(({ id, doc }) =>
      doc.inAll === (inAll.get(doc.subject) ?? 0) ? [] : [`${id} counts ${doc.inAll}`],
    ),
    ...twice(
      'invoice entered',
      entries.map(({ doc }) => doc.invoiceId),
    ),
  ]
}

const prizeFaults = (campaign: Campaign, won: readonly Stored<PrizeDoc>[]): string[] => {
  const most = termsOn(campaign, campaign.opensOn).winsPerInvoice.value
  const standing = won.filter(({ doc }) => doc.state !== 'void')
  return [
    ...twice(
      'place',
      standing.map(({ doc }) => `${doc.drawId} ${doc.tier} ${doc.place}`),
    ),
    ...[...countBy(won, ({ doc }) => doc.entryId)].flatMap(([id, n]) =>
      n > most ? [`${id} won ${n} times`] : [],
    ),
  ]
}

/** Told at once is what the prize is; whoever was told of one has it. */
const instantFaults = (entries: readonly Stored<EntryDoc>[], won: readonly Stored<PrizeDoc>[]): string[] => {
  const prizeOf = new Map(won.map(({ id, doc }) => [id, doc]))
  return entries.flatMap(({ id, doc: { instant } }) => {
    if (instant?.prizeId == null) return []
    const prize = prizeOf.get(instant.prizeId)
    return prize?.entryId === id && prize.tier === instant.tier ? [] : [`${id} was told of another prize`]
  })
}

/** Each paid prize has one payment, of what it is after tax; nothing else was paid. */
const paymentFaults = async (store: Store, won: readonly Stored<PrizeDoc>[]): Promise<string[]> => {
  const orders = await allOf(store, payoutOrders, everything)
  const made = (await allOf(store, payoutLedger, everything)).filter(({ doc }) => doc.state === 'paid')
  const aboutOf = new Map(orders.map(({ id, doc }) => [id, doc.about]))
  const paid = won.filter(({ doc }) => doc.state === 'paid')
  return [
    ...twice(
      'paid',
      made.map(({ id }) => aboutOf.get(id) ?? id),
    ),
    ...(made.length === paid.length ? [] : [`${made.length} payments of ${paid.length} prizes`]),
    ...paid.flatMap(({ id, doc }) => {
      const payment = made.find((one) => aboutOf.get(one.id) === id)
      return payment?.doc.fen === doc.fen - doc.tax ? [] : [`${id} was paid ${payment?.doc.fen ?? 0}`]
    }),
  ]
}

const isSettled = ({ state, kind }: DrawDoc): boolean =>
  state === 'published' ||
  state === 'empty' ||
  state === 'open' ||
  (kind === 'instant' && state === 'opening')

/** Whoever fetches a draw's files finds that all of it holds. */
const drawFaults = async (services: Services): Promise<string[]> => {
  const faults: string[] = []
  for (const { id, doc } of await allOf(services.store, lotteryDraws, everything)) {
    if (!isSettled(doc)) faults.push(`${id} is still ${doc.state}`)
    if (doc.state !== 'published') continue
    const holds = await verifyPublished({
      files: publishedOf(services, id),
      hash: hashBlocks,
      verifyBls,
      verifyEd25519,
      allowTestChain: true,
      tell: ({ state, code }) => state === 'fails' && faults.push(`${id}: ${code}`),
    })
    if (!holds) faults.push(`${id} does not verify`)
  }
  return faults
}

/** In words; empty: all holds. @param campaign the only one */
export const lotteryFaults = async (services: Services, campaign: Campaign): Promise<readonly string[]> => {
  const { store } = services
  const [entries, won] = await Promise.all([
    allOf(store, lotteryEntries, everything),
    allOf(store, prizes, everything),
  ])
  return [
    ...(await poolFaults(store, campaign, won)),
    ...(await capFaults(store, campaign, entries)),
    ...prizeFaults(campaign, won),
    ...instantFaults(entries, won),
    ...(await paymentFaults(store, won)),
    ...(await drawFaults(services)),
  ]
}
