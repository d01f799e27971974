/** How calls of `workbench` succeed, and who is a stranger to what they touch. */
import type { FunctionCases } from '../../harness/fuzz/cases'
import type { World } from '../../harness/fuzz/world'
import { officeOf, submitted } from '../refunds/cases'

const aCase = async (world: World) => {
  const { id } = await submitted(world)
  return { input: { id }, token: (await officeOf(world)).reviewer.token }
}

const takenUp = async (world: World) => {
  const call = await aCase(world)
  await world.must('workbench/claim', call)
  return call
}

/** A colleague is whoever has taken up a case at the hall. */
const handed = async (world: World) => {
  const { input, token } = await takenUp(world)
  const { colleague } = await officeOf(world)
  const { id } = await submitted(world)
  await world.must('workbench/claim', { input: { id }, token: colleague.token })
  return { input: { ...input, to: colleague.accountId, reason: '轮休，请接着办' }, token }
}

const ofHall = (more: Readonly<Record<string, unknown>>) => async (world: World) => ({
  input: { hallId: world.halls[0] ?? '', ...more },
  token: (await officeOf(world)).reviewer.token,
})

export const cases: FunctionCases = {
  recipes: {
    list: ofHall({ view: 'open' }),
    claim: aCase,
    release: takenUp,
    handOver: handed,
    colleagues: ofHall({}),
  },
  strangers: {
    list: 'officer elsewhere',
    claim: 'officer elsewhere',
    release: 'officer elsewhere',
    handOver: 'officer elsewhere',
    colleagues: 'officer elsewhere',
  },
  unknown: { id: `rf_${'0'.repeat(26)}`, hallId: 'no-such-hall' },
}
