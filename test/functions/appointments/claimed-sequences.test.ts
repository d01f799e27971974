/** Whatever is bound, booked, let go and verified in whatever order, one after another and at once. */
import fc from 'fast-check'
import { ledgers, type AppointmentDoc, type LedgerDoc } from '../../../functions/appointments/collections'
import { monthOf, weekOf } from '../../../functions/core/pure/time'
import { claimants, codeOf, DAYS, numbered, STARTS } from './claimants'
import { defects, disagreements, HALL, MATTER, openWorld, restless } from './world'

const ACCOUNTS = 2
const NUMBERS = 4
const who = fc.nat(ACCOUNTS - 1)
const number = fc.nat(NUMBERS - 1)
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('bind' as const), who, number }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom('book' as const, 'hold' as const),
      who,
      number,
      day: fc.constantFrom(...DAYS),
      start: fc.constantFrom(...STARTS.slice(0, 2), 810),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('cancel' as const), who, pick: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('unbind' as const), who, number }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('verify' as const), who, number }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('settle' as const) }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

const over = (
  docs: readonly AppointmentDoc[],
  key: (doc: AppointmentDoc) => string,
  most: number,
): string[] => {
  const groups = new Map<string, number>()
  docs.forEach((doc) => groups.set(key(doc), (groups.get(key(doc)) ?? 0) + 1))
  return [...groups].filter(([, n]) => n > most).map(([group, n]) => `${n} > ${most}: ${group}`)
}

it('no account holds more than six, four a week and twelve a month; no number has two slots at a time or three a week', async () => {
  let booked = 0
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 20, maxLength: 50 }),
      fc.boolean(),
      async (steps, atOnce) => {
        const own = await openWorld()
        const of = claimants(() => own)
        try {
          const tokens = await Promise.all(Array.from({ length: ACCOUNTS }, (_, i) => of.stranger(`甲${i}`)))
          const taxpayers = new Map<string, string>()
          const mine: string[][] = tokens.map(() => [])
          const numberOf = new Map<string, number>()
          const bindOne = async (at: number, one: number): Promise<void> => {
            const bound = await of.bind(tokens[at] ?? '', numbered(one))
            if (bound === undefined) return
            taxpayers.set(`${at} ${one}`, bound)
            numberOf.set(bound, one)
          }
          for (let i = 0; i < ACCOUNTS * NUMBERS; i += 1)
            await bindOne(i % ACCOUNTS, Math.floor(i / ACCOUNTS))
          const play = async (one: Step): Promise<void> => {
            if (one.do === 'settle') return void (await own.settle())
            const token = tokens[one.who] ?? ''
            if (one.do === 'cancel') {
              const id = mine[one.who]?.[one.pick % Math.max(1, mine[one.who]?.length ?? 0)]
              if (id !== undefined) await own.call('cancel', { id }, { token })
              return
            }
            const taxpayerId = taxpayers.get(`${one.who} ${one.number}`)
            if (one.do === 'bind') return bindOne(one.who, one.number)
            if (taxpayerId === undefined) return
            if (one.do === 'unbind') return void (await of.unbind(token, taxpayerId))
            if (one.do === 'verify') return void (await of.verify(taxpayerId))
            const answer = await own.call(
              one.do,
              { hallId: HALL, matter: MATTER, day: one.day, start: one.start, taxpayerId },
              { token },
            )
            seen.add(codeOf(answer))
            if (!answer.ok) return
            booked += 1
            mine[one.who]?.push(answer.body.appointment.id)
          }
          const width = atOnce ? 5 : 1
          for (let i = 0; i < steps.length; i += width) {
            await Promise.all(steps.slice(i, i + width).map(play))
            expect(await disagreements(own)).toEqual([])
            const claimed = new Map(
              (await own.all<LedgerDoc>(ledgers)).flatMap(({ doc }) =>
                doc.active.flatMap(({ id, number: counted }) =>
                  counted === undefined ? [] : [[id, counted] as const],
                ),
              ),
            )
            const docs = (await of.standing()).filter(({ id }) => claimed.has(id)).map(({ doc }) => doc)
            const theNumber = ({ taxpayerId }: AppointmentDoc): string => `${numberOf.get(taxpayerId)}`
            expect([
              ...over(docs, ({ accountId }) => accountId, 6),
              ...over(docs, ({ accountId, day }) => `${accountId} ${weekOf(day)}`, 4),
              ...over(docs, ({ accountId, day }) => `${accountId} ${monthOf(day)}`, 12),
              ...over(docs, (doc) => `${theNumber(doc)} ${doc.day} ${doc.start}`, 1),
              ...over(docs, (doc) => `${theNumber(doc)} ${weekOf(doc.day)}`, 2),
            ]).toEqual([])
          }
          expect(await restless(own)).toEqual([])
          expect(defects.splice(0)).toEqual([])
        } finally {
          await own.close()
        }
      },
    ),
    { numRuns: 30, seed: 20261127, endOnFailure: true },
  )
  expect(booked).toBeGreaterThan(60)
  expect([...seen]).toEqual(
    expect.arrayContaining(['ok', 'LIMIT_SLOT', 'LIMIT_WEEK', 'LIMIT_ACCOUNT', 'NOT_FOUND']),
  )
}, 120_000)
