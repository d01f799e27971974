/** How calls of `credit` succeed, and who is a stranger to what they touch. */
import { reviewIdOf } from '../../../functions/credit/rules/states'
import { hearNoShow } from '../../../functions/credit/work/missed'
import { openReview } from '../../../functions/credit/work/pre-review'
import { mine, type FunctionCases } from '../../harness/fuzz/cases'
import type { Taxpayer, World } from '../../harness/fuzz/world'
import { booking } from '../appointments/cases'
import { officeOf } from '../refunds/cases'

interface Missed {
  readonly person: Taxpayer
  readonly id: string
}

/** Called in vain. */
const missed = async (world: World): Promise<Missed> => {
  const made = await booking(world, 'book')
  await hearNoShow(world.services, made.id)
  return made
}

const appealed = async (world: World): Promise<Missed> => {
  const { person, id: appointmentId } = await missed(world)
  const { id } = await world.must<{ id: string }>('credit/appeal', {
    input: { appointmentId, reason: '家人急诊，有病历' },
    token: person.token,
  })
  return { person, id }
}

/** Looked at first by its hall. */
const waiting = async (world: World): Promise<Missed> => {
  const made = await booking(world, 'book', { hallId: 'chengdong-1', matter: 'TS02' })
  await openReview(world.services, made.id)
  return made
}

const reviewedAtOffice = async (world: World, more: Readonly<Record<string, unknown>> = {}) => ({
  input: { id: reviewIdOf((await waiting(world)).id), ...more },
  token: (await officeOf(world)).reviewer.token,
})

const atOffice = async (world: World, more: Readonly<Record<string, unknown>> = {}) => ({
  input: { id: (await appealed(world)).id, ...more },
  token: (await officeOf(world)).reviewer.token,
})

export const cases: FunctionCases = {
  recipes: {
    appeals: mine({}),
    mine: async (world) => {
      const { taxpayerId, token } = await world.taxpayer()
      return { input: { taxpayerId }, token }
    },
    appeal: async (world) => {
      const { person, id } = await missed(world)
      return { input: { appointmentId: id, reason: '公交停运，有通知' }, token: person.token }
    },
    get: async (world) => {
      const { person, id } = await appealed(world)
      return { input: { id }, token: person.token }
    },
    review: (world) => atOffice(world),
    decide: (world) =>
      atOffice(world, {
        outcome: world.random.chance(0.5) ? 'uphold' : 'revoke',
        reason: '情况已经核实',
      }),
    preReview: async (world) => {
      const { person, id } = await waiting(world)
      return { input: { appointmentId: id }, token: person.token }
    },
    reviewVisit: (world) => reviewedAtOffice(world),
    decideVisit: (world) =>
      reviewedAtOffice(
        world,
        world.random.chance(0.5)
          ? { outcome: 'approve' }
          : { outcome: world.random.chance(0.5) ? 'refuse' : 'refuseOnline', reason: '材料还不齐全' },
      ),
  },
  strangers: {
    mine: 'taxpayer',
    appeal: 'taxpayer',
    get: 'taxpayer',
    review: 'officer elsewhere',
    decide: 'officer elsewhere',
    preReview: 'taxpayer',
    reviewVisit: 'officer elsewhere',
    decideVisit: 'officer elsewhere',
  },
  unknown: {
    id: `cr_${'0'.repeat(26)}`,
    'reviewVisit.id': `pv_${'0'.repeat(26)}`,
    'decideVisit.id': `pv_${'0'.repeat(26)}`,
    appointmentId: `ap_${'0'.repeat(26)}`,
    taxpayerId: 'tp_nobody',
  },
}
