/** How the parties of a draw succeed in what they are asked for. */
import { createHash } from 'node:crypto'
import { transact } from '../../../functions/core/io/store/transact'
import { DAY_MS, MINUTE } from '../../../functions/core/pure/time'
import { drawRandomness } from '../../../functions/lottery/collections-parties'
import { isPeriodic } from '../../../functions/lottery/rules/campaign'
import { partyCommitment } from '../../../functions/lottery/rules/draw/reveals'
import { publishedCampaign } from '../../../functions/lottery/work/campaigns'
import { freezePeriod } from '../../../functions/lottery/work/freeze'
import { drawIdOf } from '../../../functions/lottery/work/ids'
import { actorOf } from '../../../functions/lottery/work/parties'
import { periodsToCome } from '../../../functions/lottery/work/parties-periods'
import { anyone, type FunctionCases } from '../../harness/fuzz/cases'
import type { Person, World } from '../../harness/fuzz/world'
import { CAMPAIGN } from './world'

/** What cases.ts makes. */
interface Made {
  campaign(world: World): Promise<void>
  operatorOf(world: World): Promise<Person>
  entered(world: World): Promise<unknown>
}

let periods = 0
let commitments = 0
const committed = (party: string) => {
  commitments += 1
  const secret = createHash('sha256').update(`secret ${commitments}`).digest()
  return { secret: secret.toString('hex'), commitment: partyCommitment(party, secret) }
}

/** A period of the campaign whose list is not frozen yet. */
const periodToCome = async (world: World, { campaign }: Made): Promise<string> => {
  await campaign(world)
  const known = await publishedCampaign(world.services, CAMPAIGN)
  return drawIdOf(CAMPAIGN, periodsToCome(world.services, known).at(-1)?.key ?? '')
}

/** A frozen draw of two parties whose round counts as not coming; the operator is one of them. */
const unrevealed = async (world: World, { operatorOf, entered }: Made) => {
  const { accountId, token } = await operatorOf(world)
  const { services } = world
  periods += 1
  await entered(world)
  const known = await publishedCampaign(services, CAMPAIGN)
  const draw = known.campaign.draws.find(isPeriodic)
  if (!draw) throw new Error('no draw')
  const now = services.clock()
  const frozenAt = now - 3 * 60 * MINUTE
  const period = {
    key: `u${periods}:2026-01-01T0000`,
    draw: draw.key,
    from: now - DAY_MS,
    to: now + 1,
    frozenAt: now - 2 * DAY_MS,
  }
  const drawId = drawIdOf(CAMPAIGN, period.key)
  const mine = committed('税务局')
  const parties = (['taxOffice', 'notary'] as const).map((capacity, i) => ({
    capacity,
    party: i === 0 ? '税务局' : '公证处',
    actor: actorOf(services, drawId, i === 0 ? accountId : 'somebody'),
    commitment: i === 0 ? mine.commitment : committed('公证处').commitment,
    committedAt: frozenAt,
    secret: null,
  }))
  await transact(services, (tx) => {
    tx.insert(drawRandomness, drawId, { v: 1, parties, settled: null })
    return Promise.resolve()
  })
  await freezePeriod({ ...services, clock: () => frozenAt }, { known, draw, period })
  return { input: { drawId, secret: mine.secret }, token }
}

export const partyRecipes = (made: Made): FunctionCases['recipes'] => ({
  partyDraws: async (world) => {
    await made.campaign(world)
    return { input: { campaign: CAMPAIGN }, token: (await made.operatorOf(world)).token }
  },
  commitSecret: async (world) => ({
    input: {
      drawId: await periodToCome(world, made),
      capacity: 'taxOffice',
      party: '税务局',
      commitment: committed('税务局').commitment,
    },
    token: (await made.operatorOf(world)).token,
  }),
  revealSecret: (world) => unrevealed(world, made),
  notary: anyone({}),
})
