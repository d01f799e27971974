/** How calls of `lottery` succeed, and who is a stranger to what they touch. */
import { verifyIn } from '../../../functions/accounts/verifying'
import { transact } from '../../../functions/core/io/store/transact'
import { addDays, DAY_MS, dayOf, MINUTE } from '../../../functions/core/pure/time'
import { registerInvoices } from '../../../functions/invoices/public'
import { lotteryDraws, lotteryEntries, prizes, type DrawDoc } from '../../../functions/lottery/collections'
import { isPeriodic } from '../../../functions/lottery/rules/campaign'
import { publishedCampaign } from '../../../functions/lottery/work/campaigns'
import { freezePeriod } from '../../../functions/lottery/work/freeze'
import { drawIdOf } from '../../../functions/lottery/work/ids'
import { keepFile, nameKey } from '../../../functions/lottery/work/parts'
import { movePrize, winPrize } from '../../../functions/lottery/work/prize'
import { reader } from '../../../functions/core/io/store/reader'
import { testChain } from '../../harness/draw/chain'
import { anyone, mine, timer, type FunctionCases } from '../../harness/fuzz/cases'
import type { Person, Taxpayer, World } from '../../harness/fuzz/world'
import { dailyCampaign } from './campaign'
import { officeRecipes } from './office-cases'
import { partyRecipes } from './party-cases'

const CAMPAIGN = 'test-2026'
const ACCOUNT = { bank: '示范银行', number: '6222020200112345678' }

const operators = new WeakMap<World, Map<string, Promise<Person>>>()

/** Who may draw, at the first hall: one who saves, and one who publishes. */
const operatorOf = (world: World, name = 'lottery-operator'): Promise<Person> => {
  const make = async (): Promise<Person> => {
    const halls = [world.halls[0] ?? '']
    const accountId = await world.services.person(name, [{ role: 'supervisor', halls, duties: ['draw'] }])
    return { accountId, token: await world.services.tokenOf(accountId) }
  }
  const here = operators.get(world) ?? new Map<string, Promise<Person>>()
  operators.set(world, here)
  const known = here.get(name) ?? make()
  here.set(name, known)
  return known
}
const publisherOf = (world: World): Promise<Person> => operatorOf(world, 'lottery-publisher')

const reviewers = new WeakMap<World, Promise<Person>>()

const reviewerOf = (world: World): Promise<Person> => {
  const make = async (): Promise<Person> => {
    const halls = [world.halls[0] ?? '']
    const accountId = await world.services.person('lottery-reviewer', [
      { role: 'officer', halls, duties: ['review'] },
    ])
    return { accountId, token: await world.services.tokenOf(accountId) }
  }
  const known = reviewers.get(world) ?? make()
  reviewers.set(world, known)
  return known
}

/** Around today, whatever day it is in the fuzzed world. */
const campaignOf = (world: World, id = CAMPAIGN) => {
  const today = dayOf(world.services.clock())
  const days = { effectiveFrom: addDays(today, -20), effectiveTo: addDays(today, 40) }
  const { terms, pools, draws, ...rest } = dailyCampaign({ id })
  const dated = <T extends object>(rows: readonly T[]) => rows.map((row) => ({ ...row, ...days }))
  return {
    ...rest,
    opensOn: days.effectiveFrom,
    closesOn: days.effectiveTo,
    terms: dated(terms).map((row) => ({
      ...row,
      perDay: null,
      inAll: null,
      invoiceDates: {
        ...row.invoiceDates,
        value: { from: days.effectiveFrom, to: days.effectiveTo, withinDays: null },
      },
    })),
    // Enough for as many draws as ten thousand calls make.
    pools: dated(pools).map((pool) => ({ ...pool, total: 2_000_000_000 })),
    draws: dated(draws),
  }
}

let drafts = 0
const draft = async (world: World): Promise<string> => {
  drafts += 1
  const id = `draft-${drafts}`
  await world.must('lottery/saveCampaign', {
    input: { hallId: world.halls[0], rules: JSON.stringify(campaignOf(world, id)) },
    token: (await operatorOf(world)).token,
  })
  return id
}

const published = new WeakMap<World, Promise<void>>()

/** Published once in a world. */
const campaign = (world: World): Promise<void> => {
  const make = async (): Promise<void> => {
    const { token } = await operatorOf(world)
    const rules = JSON.stringify(campaignOf(world))
    await world.must('lottery/saveCampaign', { input: { hallId: world.halls[0], rules }, token })
    await world.must('lottery/publishCampaign', {
      input: { id: CAMPAIGN },
      token: (await publisherOf(world)).token,
    })
  }
  const known = published.get(world) ?? make()
  published.set(world, known)
  return known
}

const verified = async (world: World): Promise<Taxpayer> => {
  const person = await world.taxpayer()
  const { vault } = world.services
  const { accountId } = await operatorOf(world)
  const { taxpayerId } = person
  const evidence = vault.own.seal(`auditEntries|${taxpayerId}|evidence`, '窗口核验')
  await transact(world.services, (tx) => verifyIn(tx, { vault, officer: accountId, taxpayerId, evidence }))
  return person
}

let invoices = 0

/** A genuine invoice to whoever is verified here, checked. */
const checked = async (world: World) => {
  await campaign(world)
  const person = await verified(world)
  invoices += 1
  const facts = {
    kind: '32',
    code: '',
    number: `26352000001${String(invoices).padStart(9, '0')}`,
    issuedOn: dayOf(world.services.clock()),
    amount: 12_800,
    amountOf: 'total',
    checkCode: '',
  } as const
  await registerInvoices(world.services, [
    {
      facts,
      total: 12_800,
      issuedAt: null,
      state: 'normal',
      names: {
        sellerName: '店',
        sellerTaxNumber: null,
        buyerName: '演示人',
        buyerTaxNumber: null,
        goods: [],
      },
      sellerRegion: '350203',
      industry: '62',
      byProxy: false,
    },
  ])
  await world.must('invoices/check', { input: facts, token: person.token })
  return { person, facts }
}

const entered = async (world: World) => {
  const { person, facts } = await checked(world)
  const { id } = await world.must<{ id: string }>('lottery/enter', {
    input: { campaign: CAMPAIGN, facts },
    token: person.token,
  })
  return { person, id }
}

/** A draw of long ago that has one file, made as the job makes it. */
const drawOf = async (world: World, name = 'past'): Promise<string> => {
  await campaign(world)
  const id = `${CAMPAIGN}.${name}.2026-01-01T0000`
  const bytes = Buffer.from('{}\n')
  const now = world.services.clock()
  await keepFile(world.services, id, 'freeze.json', {
    size: () => Promise.resolve(bytes.length),
    read: (_, offset, length) => Promise.resolve(new Uint8Array(bytes.subarray(offset, offset + length))),
  })
  const doc: DrawDoc = {
    v: 1,
    campaign: CAMPAIGN,
    kind: 'periodic',
    draw: 'daily',
    period: `${name}:2026-01-01T0000`,
    from: now - 2,
    to: now - 1,
    state: 'frozen',
    frozenAt: now,
    round: 1,
    rulesHash: '',
    tiers: [],
    fen: 0,
    count: 0,
    exclusions: [],
    files: { [nameKey('freeze.json')]: bytes.length },
    prizes: 0,
    day: null,
    changedAt: now,
  }
  await transact(world.services, async (tx) => {
    if (!(await tx.get(lotteryDraws, id))) tx.insert(lotteryDraws, id, doc)
  })
  return id
}

let periods = 0

/** A frozen draw with one entry, whose round is published by now. */
const frozen = async (world: World) => {
  await entered(world)
  periods += 1
  const { services } = world
  const known = await publishedCampaign(services, CAMPAIGN)
  const draw = known.campaign.draws.find(isPeriodic)
  if (!draw) throw new Error('no draw')
  const now = services.clock()
  const period = {
    key: `p${periods}:2026-01-01T0000`,
    draw: draw.key,
    from: now - DAY_MS,
    to: now + 1,
    frozenAt: now - 2 * DAY_MS,
  }
  const earlier = { ...services, clock: () => now - 20 * MINUTE }
  await freezePeriod(earlier, { known, draw, period })
  const id = drawIdOf(CAMPAIGN, period.key)
  const doc = await reader(services.store).get(lotteryDraws, id)
  return { id, signature: testChain().sign(doc?.round ?? 1).signature }
}

let won = 0

/** A prize of an entry, as a draw would write it, and confirmed. */
const prizeOf = async (world: World, moves: readonly ('claim' | 'order' | 'bankReject')[] = []) => {
  const { person, id: entryId } = await entered(world)
  const known = await publishedCampaign(world.services, CAMPAIGN)
  const entry = await reader(world.services.store).get(lotteryEntries, entryId)
  if (!entry) throw new Error('no entry')
  won += 1
  const id = `pz_${String(won).padStart(26, '0')}`
  const drawId = await drawOf(world)
  await transact(world.services, async (tx) => {
    const day = dayOf(tx.now)
    await winPrize(tx, id, {
      known,
      drawId,
      draw: 'daily',
      entry,
      entryId,
      tier: 'lucky',
      place: won,
      fen: 20_000,
      day,
    })
  })
  for (const move of ['confirm', ...moves] as const)
    await transact(world.services, async (tx) => {
      const doc = await tx.get(prizes, id)
      const by = move === 'claim' ? 'claimant' : move === 'bankReject' ? 'bank' : 'clock'
      const actor = by === 'claimant' ? person.accountId : null
      await movePrize(tx, { id, doc, move, by, actor, set: {}, key: undefined })
    })
  return { person, id }
}

const ofPrize =
  (moves: Parameters<typeof prizeOf>[1] = [], more: object = {}) =>
  async (world: World) => {
    const { person, id } = await prizeOf(world, moves)
    return { input: { id, ...more }, token: person.token }
  }

export const cases: FunctionCases = {
  recipes: {
    campaigns: anyone({}),
    campaign: async (world) => {
      await campaign(world)
      return { input: { id: CAMPAIGN } }
    },
    look: async (world) => {
      const { person, facts } = await checked(world)
      return { input: { campaign: CAMPAIGN, facts }, token: person.token }
    },
    enter: async (world) => {
      const { person, facts } = await checked(world)
      return { input: { campaign: CAMPAIGN, facts }, token: person.token }
    },
    mine: mine({}),
    entry: async (world) => {
      const { person, id } = await entered(world)
      return { input: { id }, token: person.token }
    },
    limits: mine({}),
    setLimits: mine({ stopped: false, until: null, ownDailyCap: 3 }),
    draws: async (world) => {
      await campaign(world)
      return { input: { campaign: CAMPAIGN } }
    },
    draw: async (world) => ({ input: { id: await drawOf(world) } }),
    file: async (world) => ({
      input: { id: await drawOf(world), name: 'freeze.json', offset: 0, length: 100 },
    }),
    prizes: mine({}),
    prize: ofPrize(),
    claim: ofPrize([], { account: ACCOUNT }),
    fixAccount: ofPrize(['claim', 'order', 'bankReject'], { account: ACCOUNT }),
    decline: ofPrize(),
    saveCampaign: async (world) => {
      drafts += 1
      return {
        input: { hallId: world.halls[0], rules: JSON.stringify(campaignOf(world, `draft-${drafts}`)) },
        token: (await operatorOf(world)).token,
      }
    },
    publishCampaign: async (world) => ({
      input: { id: await draft(world) },
      token: (await publisherOf(world)).token,
    }),
    ...officeRecipes({ draft, drawOf, frozen, entered, operatorOf, reviewerOf }),
    bringBeacon: async (world) => ({
      input: await frozen(world),
      token: (await operatorOf(world)).token,
    }),
    proof: async (world) => {
      const { id } = await entered(world)
      const { id: drawId } = await frozen(world)
      return { input: { drawId, entryId: id } }
    },
    ...partyRecipes({ campaign, operatorOf, entered }),
    runDraws: timer('runDraws'),
    runPrizes: timer('runPrizes'),
    countEntries: timer('countEntries'),
  },
  strangers: {
    entry: 'taxpayer',
    prize: 'taxpayer',
    claim: 'taxpayer',
    fixAccount: 'taxpayer',
    decline: 'taxpayer',
    saveCampaign: 'supervisor elsewhere',
    publishCampaign: 'supervisor elsewhere',
    bringBeacon: 'supervisor elsewhere',
    partyDraws: 'supervisor elsewhere',
    commitSecret: 'supervisor elsewhere',
    revealSecret: 'supervisor elsewhere',
    flags: 'officer elsewhere',
    exclude: 'officer elsewhere',
    officeCampaigns: 'supervisor elsewhere',
    officeCampaign: 'supervisor elsewhere',
    officeDraws: 'supervisor elsewhere',
    officeDraw: 'supervisor elsewhere',
    goOn: 'supervisor elsewhere',
    excluded: 'officer elsewhere',
    statistics: 'officer elsewhere',
    statisticsSheet: 'officer elsewhere',
  },
  open: {
    campaign: 'published for everybody',
    look: 'names a campaign, which is everybody’s',
    enter: 'names a campaign, which is everybody’s',
    draws: 'published for everybody',
    draw: 'published for everybody',
    file: 'published for everybody',
    proof: 'published for everybody: entries name nobody',
  },
  unknown: {
    id: `pz_${'0'.repeat(26)}`,
    campaign: 'no-such-campaign',
    'entry.id': `en_${'0'.repeat(32)}`,
    'exclude.id': `en_${'0'.repeat(32)}`,
    'campaign.id': 'no-such-campaign',
    'publishCampaign.id': 'no-such-campaign',
    'officeCampaign.id': 'no-such-campaign',
    'officeDraw.id': 'no-such.daily.2026-01-01T0000',
    'goOn.id': 'no-such.daily.2026-01-01T0000',
    'draw.id': 'no-such.daily.2026-01-01T0000',
    'file.id': 'no-such.daily.2026-01-01T0000',
    'bringBeacon.id': 'no-such.daily.2026-01-01T0000',
    drawId: 'no-such.daily.2026-01-01T0000',
    hallId: 'no-such-hall',
  },
}
