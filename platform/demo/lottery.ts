/** The demonstration's campaign, published once, with entries of the evening before, and that evening's draw. */
import { createHash } from 'node:crypto'
import { taxpayers } from '../../functions/accounts/collections'
import type { Services } from '../../functions/core/io/context'
import { reader } from '../../functions/core/io/store/reader'
import { transact } from '../../functions/core/io/store/transact'
import type { InvoiceFacts } from '../../functions/core/pure/invoice-facts'
import { addDays, dayOf, instantOf, MINUTE, type Day } from '../../functions/core/pure/time'
import { registerInvoices, type RegisteredInvoice } from '../../functions/invoices/public'
import { invoiceIdOf } from '../../functions/invoices/work/keys'
import { naturalKey } from '../../functions/invoices/rules/invoice'
import { campaigns, lotteryEntries } from '../../functions/lottery/collections'
import { holderCommitment } from '../../functions/lottery/rules/draw/entry'
import { isInstant, isPeriodic } from '../../functions/lottery/rules/campaign'
import { daysOfBands } from '../../functions/lottery/rules/instant-day'
import { periodOf } from '../../functions/lottery/rules/periods'
import {
  beginPools,
  hashOfText,
  publishedCampaign,
  rulesTextOf,
  type KnownCampaign,
} from '../../functions/lottery/work/campaigns'
import { openInstantDay } from '../../functions/lottery/work/day-open'
import { drawPeriod, publishPrizes } from '../../functions/lottery/work/draw'
import { numberAt, saltAt } from '../../functions/lottery/work/enter'
import { freezePeriod } from '../../functions/lottery/work/freeze'
import { runPrizes } from '../../functions/lottery/work/prize-time'
import { drawIdOf, entryHexOf, entryIdOf, ticketOf } from '../../functions/lottery/work/ids'
import { joinPeriod } from '../../functions/lottery/work/open-draw'
import { accountOf } from './accounts'
import { DEMO_CAMPAIGN, demoCampaign } from './data/campaign'
import { DEMO_REGION } from './data/halls'

const HALL = 'chengdong-1'
const WINNER = '陈建国'
/** How many of the evening before belong to the one who is there to look: the rest are other people’s. */
const HERS = 2
const OTHERS = 28

const factsOf = (place: number, issuedOn: Day): InvoiceFacts => ({
  kind: '32',
  code: '',
  number: `26322000000300${String(place).padStart(6, '0')}`,
  issuedOn,
  amount: 10_000 + place * 350,
  amountOf: 'total',
  checkCode: '',
})

const sold = (facts: InvoiceFacts): RegisteredInvoice => ({
  facts,
  total: facts.amount,
  issuedAt: null,
  state: 'normal',
  names: {
    sellerName: '示范市城东家常菜餐饮店',
    sellerTaxNumber: null,
    buyerName: WINNER,
    buyerTaxNumber: null,
    goods: ['*餐饮服务*餐费'],
  },
  sellerRegion: DEMO_REGION,
  industry: '62',
  byProxy: false,
})

/** Two invoices of today for whoever wants to enter one; their numbers stay, their day is that of the last start. */
export const freshInvoices = (today: Day): readonly RegisteredInvoice[] =>
  [101, 102].map((place) => sold(factsOf(place, today)))

/** Nobody’s salt has to be secret here; in a real entry it is random. */
const saltOf = (entryId: string): Uint8Array =>
  createHash('sha256').update(`demonstration ${entryId}`).digest()

/** Of the person who is verified, and of twenty-eight who are not there. */
const enterEvening = async (services: Services, yesterday: Day): Promise<void> => {
  const account = await accountOf(services, WINNER)
  const binding = account.doc.bindings.find(({ standing }) => standing === 'verified')
  const person = binding && (await reader(services.store).get(taxpayers, binding.taxpayerId))
  if (!binding || !person) return
  const key = await services.vault.keyOf(account.id)
  const entries = Array.from({ length: HERS + OTHERS }, (_, place) => {
    const facts = factsOf(place, yesterday)
    const invoiceId = invoiceIdOf(services.vault, facts)
    const id = entryIdOf(entryHexOf(services.vault, DEMO_CAMPAIGN, invoiceId))
    return { id, facts, invoiceId, own: place < HERS, at: instantOf(yesterday, 1100) + place * 60_000 }
  })
  await registerInvoices(
    services,
    entries.filter(({ own }) => own).map(({ facts }) => sold(facts)),
    'demonstration',
  )
  await transact(services, async (tx) => {
    for (const { id, facts, invoiceId, own, at } of entries) {
      if (await tx.get(lotteryEntries, id)) continue
      const salt = saltOf(id)
      tx.insert(lotteryEntries, id, {
        v: 1,
        campaign: DEMO_CAMPAIGN,
        owner: own ? account.id : '',
        taxpayerId: own ? binding.taxpayerId : '',
        subject: own ? person.subject : '',
        invoiceId,
        ticket: ticketOf(DEMO_CAMPAIGN, naturalKey(facts)),
        holder: holderCommitment(salt, own ? person.subject : id),
        salt: own ? key.seal(saltAt(id), Buffer.from(salt).toString('hex')) : '',
        total: facts.amount,
        issuedOn: facts.issuedOn,
        issuedAt: null,
        seller: null,
        number: services.vault.own.seal(numberAt(id), JSON.stringify([facts.code, facts.number])),
        at,
        doubts: [],
        excluded: null,
        instant: null,
      })
    }
  })
}

/** Minutes ago, and as it was then: three invoices of one shop in a row, each just above the floor, for a reviewer to look at. */
const enterStrange = async (services: Services, known: KnownCampaign): Promise<void> => {
  const now = services.clock()
  const draw = known.campaign.draws.find(isPeriodic)
  const period = draw && periodOf(known.campaign, draw, now)
  if (!period) return
  const seller = services.vault.pseudonym('demonstration', 'a shop')
  const buyer = services.vault.pseudonym('demonstration', 'a buyer')
  await transact(services, async (tx) => {
    await joinPeriod(tx, known, period)
    for (const place of [201, 202, 203]) {
      const facts = { ...factsOf(place, dayOf(now)), amount: 10_100 + (place - 200) * 10 }
      const invoiceId = invoiceIdOf(services.vault, facts)
      const id = entryIdOf(entryHexOf(services.vault, DEMO_CAMPAIGN, invoiceId))
      if (await tx.get(lotteryEntries, id)) continue
      tx.insert(lotteryEntries, id, {
        v: 1,
        campaign: DEMO_CAMPAIGN,
        owner: '',
        taxpayerId: '',
        subject: buyer,
        invoiceId,
        ticket: ticketOf(DEMO_CAMPAIGN, naturalKey(facts)),
        holder: holderCommitment(saltOf(id), id),
        salt: '',
        total: facts.amount,
        issuedOn: facts.issuedOn,
        issuedAt: null,
        seller,
        number: services.vault.own.seal(numberAt(id), JSON.stringify([facts.code, facts.number])),
        at: Math.max(period.from, now - (204 - place) * MINUTE),
        doubts: [],
        excluded: null,
        instant: null,
      })
    }
  })
}

/** As it would have gone last night, had the server been there: frozen at eleven, drawn half an hour later. */
const drawEvening = async (services: Services, yesterday: Day): Promise<void> => {
  const known = await publishedCampaign(services, DEMO_CAMPAIGN)
  const draw = known.campaign.draws.find(isPeriodic)
  const period = draw && periodOf(known.campaign, draw, instantOf(yesterday, 1100))
  if (!draw || !period) return
  const at = (minute: number): Services => ({ ...services, clock: () => instantOf(yesterday, minute) })
  await freezePeriod(at(1381), { known, draw, period })
  const id = drawIdOf(DEMO_CAMPAIGN, period.key)
  await drawPeriod(at(1411), id)
  await publishPrizes(at(1411), id)
  await runPrizes(at(1411))
}

/** As it would have gone at noon, had the server been there: today is a day of instant draws. */
const openToday = async (services: Services, today: Day): Promise<void> => {
  const noon = { ...services, clock: () => instantOf(addDays(today, -1), 721) }
  const known = await publishedCampaign(services, DEMO_CAMPAIGN)
  for (const draw of known.campaign.draws.filter(isInstant))
    await openInstantDay(noon, known, daysOfBands(known.campaign, draw, today))
}

/** Safe to repeat: what is published stays. */
export const seedLottery = async (services: Services): Promise<void> => {
  const today = dayOf(services.clock())
  await registerInvoices(services, freshInvoices(today), 'demonstration')
  if (await reader(services.store).get(campaigns, DEMO_CAMPAIGN)) return openToday(services, today)
  const campaign = demoCampaign(today)
  const rules = rulesTextOf(campaign)
  await enterEvening(services, addDays(today, -1))
  await transact(services, async (tx) => {
    if (await tx.get(campaigns, DEMO_CAMPAIGN)) return
    tx.insert(campaigns, DEMO_CAMPAIGN, {
      v: 1,
      state: 'published',
      rules,
      rulesHash: hashOfText(rules),
      hallId: HALL,
      changedAt: tx.now,
      publishedAt: tx.now,
    })
    await beginPools(tx, campaign)
  })
  await openToday(services, today)
  await enterStrange(services, await publishedCampaign(services, DEMO_CAMPAIGN))
  // Where its rounds are a rehearsal's own: nobody has to be reached for them.
  if (services.settings.lottery.chain !== null) await drawEvening(services, addDays(today, -1))
}
