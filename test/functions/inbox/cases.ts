/** How calls of `inbox` succeed, and who is a stranger to what they touch. */
import { notices } from '../../../functions/appointments/data/notices'
import { notify } from '../../../functions/core/io/notices/notify'
import { transact } from '../../../functions/core/io/store/transact'
import { mine, type FunctionCases } from '../../harness/fuzz/cases'
import type { Person, World } from '../../harness/fuzz/world'

/** Somebody who was told something. */
const told = async (world: World): Promise<{ readonly person: Person; readonly id: string }> => {
  const person = await world.newcomer()
  const facts = { day: '2026-11-26', start: 570, hallId: world.halls[0] ?? '', matter: 'SB01' }
  await transact(world.services, async (tx) => {
    notify(tx, { notice: notices.booked, accountId: person.accountId, facts, about: 'ap_1' })
    return true
  })
  await world.must('timers/dispatch', { input: { subscriber: 'inbox' }, timer: 'dispatch' })
  const { items } = await world.must<{ items: readonly { id: string }[] }>('inbox/mine', {
    input: {},
    token: person.token,
  })
  return { person, id: items[0]?.id ?? '' }
}

export const cases: FunctionCases = {
  recipes: {
    mine: mine({}),
    unread: mine({}),
    read: async (world) => {
      const { person, id } = await told(world)
      const input = world.random.chance(0.5) ? { id } : { upTo: world.services.clock() }
      return { input, token: person.token }
    },
  },
  strangers: { read: 'taxpayer' },
  owned: { read: async (world) => ({ id: (await told(world)).id }) },
  unknown: { id: `nt_${'0'.repeat(26)}` },
}
