/** How calls of `deadlines` succeed, and who is a stranger to what they touch. */
import { addDays, dayOf } from '../../../functions/core/pure/time'
import { mine, timer, type FunctionCases, type Recipe } from '../../harness/fuzz/cases'
import type { Taxpayer, World } from '../../harness/fuzz/world'

const DEADLINE = 'iitAnnual.2026'

/** A person, whose annual settlement of this year is due in the next. */
const about =
  (input: (taxpayer: Taxpayer) => Readonly<Record<string, unknown>>): Recipe =>
  async (world) => {
    const taxpayer = await world.taxpayer()
    return { input: { taxpayerId: taxpayer.taxpayerId, ...input(taxpayer) }, token: taxpayer.token }
  }
const owned =
  (input: Readonly<Record<string, unknown>>) =>
  async (world: World): Promise<Readonly<Record<string, unknown>>> => ({
    taxpayerId: (await world.taxpayer()).taxpayerId,
    ...input,
  })

const profile = { kind: 'person', taxes: ['iitAnnual', 'vehicleVessel'], periods: {} }

export const cases: FunctionCases = {
  recipes: {
    mine: async (world) => {
      const from = dayOf(world.services.clock())
      return { input: { from, to: addDays(from, 60) }, token: (await world.taxpayer()).token }
    },
    one: about(() => ({ id: DEADLINE })),
    setProfile: about(() => profile),
    reminders: about(() => ({ offsets: [7, 0] })),
    markFiled: about(() => ({ id: DEADLINE, filed: true })),
    download: mine({}),
    feed: mine({}),
    openFeed: mine({}),
    closeFeed: async (world) => {
      const { token } = await world.taxpayer()
      await world.must('deadlines/openFeed', { input: {}, token })
      return { input: {}, token }
    },
    calendar: async (world) => {
      const { token } = await world.taxpayer()
      const { feed } = await world.must<{ feed: { path: string } }>('deadlines/openFeed', {
        input: {},
        token,
      })
      return { input: { secret: /([\w-]{43})\.ics$/.exec(feed.path)?.[1] } }
    },
    remind: timer('remind'),
  },
  strangers: { one: 'taxpayer', setProfile: 'taxpayer', reminders: 'taxpayer', markFiled: 'taxpayer' },
  owned: {
    one: owned({ id: DEADLINE }),
    setProfile: owned(profile),
    reminders: owned({ offsets: [1] }),
    markFiled: owned({ id: DEADLINE, filed: true }),
  },
  open: { calendar: 'a secret address: whoever has it reads the calendar, and nobody guesses 256 bits' },
  unknown: { taxpayerId: `tp_${'0'.repeat(26)}`, id: 'iitAnnual.1901' },
}
