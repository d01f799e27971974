/** Quiet hours, caps and digests over random lives, minute by minute, in virtual time. */
import fc from 'fast-check'
import { CHANNELS, TOPICS } from '../../../../functions/core/pure/delivery/channels'
import { DEFAULT_CHOICES, type Choices } from '../../../../functions/core/pure/delivery/choices'
import { whenToSend, type Wanted, type When } from '../../../../functions/core/pure/delivery/when'
import { DAY_MS, HOUR, instantOf, MINUTE } from '../../../../functions/core/pure/time'

const MINUTES = fc.nat(1439)
const quiet = fc.option(fc.record({ from: MINUTES, to: MINUTES }), { nil: null })
const choices: fc.Arbitrary<Choices> = fc.record({
  channels: fc.record({ wechat: fc.boolean(), sms: fc.boolean(), email: fc.constant(true) }),
  stopped: fc.subarray([...TOPICS], { maxLength: 2 }),
  muted: fc.subarray(['one', 'other']),
  quiet: quiet.map((hours) => (hours && hours.from === hours.to ? null : hours)),
  cap: fc.option(fc.integer({ min: 1, max: 4 }), { nil: null }),
  digest: fc.option(fc.record({ at: MINUTES, topics: fc.subarray([...TOPICS], { maxLength: 3 }) }), {
    nil: null,
  }),
  language: fc.constant('zh-CN' as const),
})
const message = fc.record({
  channel: fc.constantFrom(...CHANNELS),
  topic: fc.constantFrom(...TOPICS),
  urgent: fc.boolean().map((one) => one),
  alone: fc.boolean(),
  about: fc.constantFrom('one', 'another', null),
  /** Minutes after the one before. */
  after: fc.nat(400),
  /** Of use for so many hours; null: for ever. */
  hours: fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }),
})

/** The plain reading: is this minute of the clock in Shanghai a quiet one? */
const isQuietAt = (at: number, { quiet: hours }: Choices): boolean => {
  if (!hours) return false
  const minute = Math.floor((((at + 8 * HOUR) % DAY_MS) + DAY_MS) / MINUTE) % 1440
  for (let walk = hours.from; walk !== hours.to; walk = (walk + 1) % 1440) if (walk === minute) return true
  return false
}
const dayNumber = (at: number): number => Math.floor((at + 8 * HOUR) / DAY_MS)

interface Told {
  readonly wanted: Wanted
  readonly now: number
  readonly when: When
}

/** A life: one message after the other, each counted on the day that it is planned for. */
const live = (
  allowed: Choices,
  messages: readonly (Omit<Wanted, 'until'> & { after: number; hours: number | null })[],
) => {
  const singles = new Map<string, number>()
  let now = instantOf('2026-11-24')
  return messages.map(({ after, hours, ...wanted }): Told => {
    now += after * MINUTE
    const until = hours === null ? undefined : now + hours * HOUR
    const asked: Wanted = { ...wanted, until }
    const when = whenToSend(asked, allowed, now, (day) => singles.get(`${day}|${wanted.channel}`) ?? 0)
    if (when.when === 'now' || when.when === 'at') {
      const at = when.when === 'at' ? when.at : now
      const key = `${new Date(at + 8 * HOUR).toISOString().slice(0, 10)}|${wanted.channel}`
      if (!wanted.urgent) singles.set(key, (singles.get(key) ?? 0) + 1)
    }
    return { wanted: asked, now, when }
  })
}

const instantOfTold = ({ when, now }: Told): number | undefined => {
  if (when.when === 'never') return undefined
  return when.when === 'now' ? now : when.at
}

const everyLife = (holds: (allowed: Choices, told: readonly Told[]) => void): void =>
  fc.assert(
    fc.property(choices, fc.array(message, { maxLength: 40 }), (allowed, messages) =>
      holds(allowed, live(allowed, messages)),
    ),
    { numRuns: 300, seed: 7 },
  )

test('nothing goes out in quiet hours, before it was told, or after it is of no use; codes go at once', () => {
  everyLife((allowed, told) => {
    for (const one of told) {
      const at = instantOfTold(one)
      if (one.wanted.urgent) expect(one.when).toEqual({ when: 'now' })
      if (at === undefined || one.wanted.urgent) continue
      expect(isQuietAt(at, allowed)).toBe(false)
      expect(at).toBeGreaterThanOrEqual(one.now)
      expect(at).toBeLessThanOrEqual(one.wanted.until ?? Infinity)
    }
  })
})

test('no day has more single messages of a channel than its cap, and no more than one digest', () => {
  everyLife((allowed, told) => {
    for (const channel of CHANNELS) {
      const mine = told.filter(({ wanted }) => wanted.channel === channel && !wanted.urgent)
      const singles = new Map<number, number>()
      const digests = new Map<number, Set<number>>()
      for (const one of mine) {
        const at = instantOfTold(one)
        if (at === undefined) continue
        const day = dayNumber(at)
        if (one.when.when === 'digest') digests.set(day, (digests.get(day) ?? new Set()).add(at))
        else singles.set(day, (singles.get(day) ?? 0) + 1)
      }
      for (const count of singles.values()) expect(count).toBeLessThanOrEqual(allowed.cap ?? Infinity)
      for (const instants of digests.values()) expect(instants.size).toBe(1)
    }
  })
})

test('what is not allowed is never sent, and what is always is, unless it comes too late', () => {
  everyLife((allowed, told) => {
    for (const { wanted, when } of told) {
      const isForbidden =
        !allowed.channels[wanted.channel] ||
        allowed.stopped.includes(wanted.topic) ||
        (wanted.about !== null && allowed.muted.includes(wanted.about))
      if (!wanted.urgent && isForbidden) expect(when.when).toBe('never')
      if (!isForbidden && wanted.until === undefined) expect(when.when).not.toBe('never')
      if (when.when === 'never' && !isForbidden) expect(['tooLate', 'capReached']).toContain(when.why)
    }
  })
})

test('topics of the digest wait for it, money does not, and the digest is at most a day away', () => {
  everyLife((allowed, told) => {
    for (const { wanted, when, now } of told) {
      if (wanted.alone) expect(when.when).not.toBe('digest')
      if (when.when === 'digest') expect(when.at - now).toBeLessThanOrEqual(2 * DAY_MS)
      const chosen = allowed.digest?.topics.includes(wanted.topic) ?? false
      const isPlain = !wanted.alone && !wanted.urgent && wanted.until === undefined && when.when !== 'never'
      if (chosen && isPlain) expect(when.when).toBe('digest')
    }
  })
})

const at = (day: string, minute: number): number => instantOf(day, minute)
const WANTED: Wanted = { channel: 'wechat', topic: 'policies', urgent: false, about: null }
const none = (): number => 0

test.each([
  ['before quiet', 1319, { when: 'now' }],
  ['as quiet begins', 1320, { when: 'at', at: at('2026-11-25', 480) }],
  ['before midnight', 1439, { when: 'at', at: at('2026-11-25', 480) }],
  ['as quiet ends', 480, { when: 'now' }],
  ['after midnight', 1, { when: 'at', at: at('2026-11-24', 480) }],
])('quiet over midnight, %s', (_, minute, expected) => {
  expect(whenToSend(WANTED, DEFAULT_CHOICES, at('2026-11-24', minute), none)).toEqual(expected)
})
