/** Random histories of departure forms, with repeats, many at once, and processes that die at a write. */
import fc from 'fast-check'
import type { Payee } from '../../../../functions/core/io/payout/contract'
import type { PayoutReason } from '../../../../functions/core/pure/payout-reasons'
import { reader } from '../../../../functions/core/io/store/reader'
import { DAY_MS } from '../../../../functions/core/pure/time'
import { departureForms, type DepartureFormDoc } from '../../../../functions/refunds/departure/collections'
import { departureFaults } from '../../../harness/refunds/departure-faults'
import { died, mortal, type Death } from '../../../harness/store/mortal'
import {
  CUSTOMS,
  HALL,
  INSTANT,
  openWorld,
  OTHER,
  PAYER,
  TRANSFER,
  TRAVELLER,
  travellerValues,
  type World,
} from './world'

/** An account that the bank sends everything back from. */
const CLOSED = '6222020200110000000'
const rejects = (payee: Payee): PayoutReason | undefined =>
  payee.kind === 'bank' && payee.account === CLOSED ? 'accountClosed' : undefined

const INVOICES = ['26312000000011111111', '26312000000022222222', '26312000000033333333']
const MODES = [{}, TRANSFER, { ...TRANSFER, transferAccount: CLOSED }, INSTANT, INSTANT]

const pick = fc.nat(20)
const deed = fc.constantFrom(
  'prepay',
  'verify',
  'refuse',
  'audit',
  'reject',
  'payCash',
  'payTransfer',
  'cancel',
  'fixAccount',
)
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('open' as const),
      first: fc.nat(INVOICES.length - 1),
      second: fc.nat(INVOICES.length - 1),
      mode: fc.nat(MODES.length - 1),
      by: fc.constantFrom(TRAVELLER, OTHER),
      port: fc.constantFrom(HALL, 'chengdong-2'),
      twice: fc.boolean(),
    }),
  },
  { weight: 8, arbitrary: fc.record({ do: deed, pick }) },
  // What comes next by its state, whoever's move it is: so that histories go far.
  { weight: 18, arbitrary: fc.record({ do: fc.constant('advance' as const), pick }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('settle' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 50 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('die' as const), after: fc.nat(4), lands: fc.boolean() }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never
type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never

/** Refusals that a step may meet; anything else fails the test. */
const EXPECTED: readonly string[] = [
  'CLAIMED_BEFORE',
  'NOT_ELIGIBLE',
  'CASE_STATE',
  'NOT_FOUND',
  'ACCOUNT_MISSING',
  'DEPARTURE_LATE',
  'BUSY',
]

const REACHED = [
  'open ok',
  'open CLAIMED_BEFORE',
  'prepay ok',
  'verify ok',
  'refuse ok',
  'reject ok',
  'cancel ok',
  'payCash ok',
  'payTransfer ok',
  'fixAccount ok',
  'was paid',
  'was preauthCharged',
  'was expired',
]

interface Cast {
  readonly world: World
  /** The forms that there are, and whose. */
  readonly forms: Map<string, string>
}

const open = async (
  { world, forms }: Cast,
  { first, second, mode, by, port }: Extract<Step, { do: 'open' }>,
): Promise<string> => {
  const invoiceNo = [...new Set([INVOICES[first], INVOICES[second]])].join('/')
  const values = travellerValues(world.services.time.now, { ...MODES[mode], invoiceNo })
  const answer = await world.call<{ id: string }>('refunds/openDeparture', { values, port }, { as: by })
  if (!answer.ok) return answer.code
  forms.set(answer.body.id, by)
  return 'ok'
}

type Call = readonly [procedure: string, input: Record<string, unknown>, as: string]

const callOf = (what: Deed, formId: string, owner: string): Call => {
  switch (what) {
    case 'prepay':
      return ['departurePrepay', { formId, hallId: HALL, preauthNo: 'PA-0001' }, PAYER]
    case 'verify':
      return ['customsConfirm', { formId, hallId: HALL, outcome: 'verified', reasons: [] }, CUSTOMS]
    case 'refuse':
      return ['customsConfirm', { formId, hallId: HALL, outcome: 'refused', reasons: ['goodsUsed'] }, CUSTOMS]
    case 'audit':
      return ['departureAudit', { formId, outcome: 'pass', reasons: [] }, PAYER]
    case 'reject':
      return ['departureAudit', { formId, outcome: 'reject', reasons: ['invoiceVoid'] }, PAYER]
    case 'payCash':
      return ['departurePay', { formId, how: 'cash' }, PAYER]
    case 'payTransfer':
      return ['departurePay', { formId, how: 'transfer' }, PAYER]
    case 'cancel':
      return ['cancelDeparture', { formId }, owner]
    case 'fixAccount':
      return ['fixDepartureAccount', { formId, bank: 'Bank of China', number: '6222020200110000123' }, owner]
  }
}

/** The next step of a form by its state; undefined where only time or a bank has one. */
const nextOf = ({ state, mode, made }: DepartureFormDoc, at: number): Deed | undefined => {
  switch (state) {
    case 'formIssued':
      return mode === 'instant' && at % 3 !== 0 ? 'prepay' : 'verify'
    case 'instantPrepaid':
      return at % 2 === 0 ? 'verify' : undefined
    case 'preauthCharged':
      return 'verify'
    case 'customsVerified':
      return at % 7 === 0 ? 'reject' : 'audit'
    case 'agencyAudited':
      return mode === 'transfer' && !made.includes('prepay') ? 'payTransfer' : 'payCash'
    case 'bankRejected':
      return 'fixAccount'
    default:
      return undefined
  }
}

const ignoreDeath = (error: unknown): readonly string[] => {
  if (!(error instanceof Error) || !/INTERNAL|Died/.test(error.message)) died(error)
  return []
}

/** Twice at once now and then: only one of them may take. */
const play = async (cast: Cast, one: Step): Promise<readonly string[]> => {
  const { world, forms } = cast
  if (one.do === 'open') {
    const many = one.twice ? [one, one] : [one]
    return (await Promise.all(many.map((each) => open(cast, each)))).map((code) => `open ${code}`)
  }
  if (one.do === 'settle') return world.settle().then(() => [], ignoreDeath)
  if (one.do === 'wait') {
    world.services.time.now += one.days * DAY_MS
    return []
  }
  if (one.do === 'die') return []
  const ids = [...forms.keys()]
  const id = ids[one.pick % Math.max(1, ids.length)]
  const doc = id === undefined ? undefined : await reader(world.services.store).get(departureForms, id)
  if (id === undefined || !doc) return []
  const what = one.do === 'advance' ? nextOf(doc, one.pick) : one.do
  if (what === undefined) return world.settle().then(() => [], ignoreDeath)
  const [procedure, input, as] = callOf(what, id, forms.get(id) ?? '')
  const answers = await Promise.all(
    Array.from({ length: one.pick % 3 === 0 ? 2 : 1 }, () =>
      world.call(`refunds/${procedure}`, input, { as }),
    ),
  )
  return answers.map((answer) => `${what} ${answer.ok ? 'ok' : answer.code}`)
}

test('whatever is asked, repeated and cut short: one form an invoice, money once, never more than the net', async () => {
  const made = new Map<string, number>()
  const count = (told: string): void => void made.set(told, (made.get(told) ?? 0) + 1)
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 50 }), async (steps) => {
      const world = await openWorld({ settings: { payout: { channel: 'ledger', rejects } } })
      try {
        const cast: Cast = { world, forms: new Map() }
        const kill = mortal(world.services.store)
        let death: Death | undefined
        for (const one of steps) {
          kill(death)
          const dying = death !== undefined
          death = undefined
          for (const told of await play(cast, one)) {
            const code = told.split(' ')[1] ?? ''
            const known = code === 'ok' || EXPECTED.includes(code) || (dying && code === 'INTERNAL')
            if (!known) throw new Error(`${JSON.stringify(one)}: ${told}`)
            count(told)
          }
          kill(undefined)
          if (one.do === 'die') death = { after: one.after, lands: one.lands }
          expect(await departureFaults(world.services.store)).toEqual([])
        }
        // Time and the bank have their last word.
        world.services.time.now += 100 * DAY_MS
        await world.settle()
        await world.settle()
        expect(await departureFaults(world.services.store)).toEqual([])
        for (const id of cast.forms.keys()) {
          const doc = await reader(world.services.store).get(departureForms, id)
          count(`was ${doc?.state ?? 'lost'}`)
          if (doc?.made.includes('charge')) count('was preauthCharged')
          // Nothing of it waits for time or for a bank any more.
          expect(['formIssued', 'instantPrepaid', 'preauthCharged', 'ordered', 'lost']).not.toContain(
            doc?.state ?? 'lost',
          )
        }
      } finally {
        await world.close()
      }
    }),
    { numRuns: Number(process.env.RUNS ?? 40), seed: Number(process.env.SEED ?? 20_261_127) },
  )
  // The histories reach what they are about.
  for (const reached of REACHED) expect([reached, (made.get(reached) ?? 0) > 0]).toEqual([reached, true])
}, 240_000)
