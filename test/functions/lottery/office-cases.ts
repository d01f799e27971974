/** How the office's calls of `lottery` succeed: campaigns, draws, the review of entries, the books. */
import { dayOf } from '../../../functions/core/pure/time'
import type { FunctionCases } from '../../harness/fuzz/cases'
import type { Person, World } from '../../harness/fuzz/world'
import { CAMPAIGN } from './world'

/** What cases.ts makes. */
interface Made {
  draft(world: World): Promise<string>
  drawOf(world: World): Promise<string>
  frozen(world: World): Promise<{ readonly id: string }>
  entered(world: World): Promise<{ readonly id: string }>
  operatorOf(world: World): Promise<Person>
  reviewerOf(world: World): Promise<Person>
}

export const officeRecipes = (made: Made): FunctionCases['recipes'] => ({
  office: async (world) => ({ input: {}, token: (await made.operatorOf(world)).token }),
  officeCampaigns: async (world) => {
    await made.draft(world)
    return { input: { hallId: world.halls[0] }, token: (await made.operatorOf(world)).token }
  },
  officeCampaign: async (world) => ({
    input: { id: await made.draft(world) },
    token: (await made.operatorOf(world)).token,
  }),
  officeDraws: async (world) => {
    await made.drawOf(world)
    return { input: { campaign: CAMPAIGN }, token: (await made.operatorOf(world)).token }
  },
  officeDraw: async (world) => ({
    input: { id: (await made.frozen(world)).id },
    token: (await made.operatorOf(world)).token,
  }),
  goOn: async (world) => ({
    input: { id: (await made.frozen(world)).id },
    token: (await made.operatorOf(world)).token,
  }),
  excluded: async (world) => {
    const { id } = await made.entered(world)
    const { token } = await made.reviewerOf(world)
    await world.must('lottery/exclude', { input: { id, reason: 'forged' }, token })
    return { input: { campaign: CAMPAIGN, reason: 'forged' }, token }
  },
  statistics: async (world) => {
    await made.entered(world)
    const until = dayOf(world.services.clock())
    return { input: { campaign: CAMPAIGN, until, days: 7 }, token: (await made.reviewerOf(world)).token }
  },
  statisticsSheet: async (world) => {
    await made.entered(world)
    const until = dayOf(world.services.clock())
    const input = { campaign: CAMPAIGN, until, days: 7, place: 0 }
    return { input, token: (await made.reviewerOf(world)).token }
  },
  flags: async (world) => {
    await made.entered(world)
    return {
      input: { campaign: CAMPAIGN, day: dayOf(world.services.clock()) },
      token: (await made.reviewerOf(world)).token,
    }
  },
  exclude: async (world) => {
    const { id } = await made.entered(world)
    return { input: { id, reason: 'split' }, token: (await made.reviewerOf(world)).token }
  },
})
