/** Random histories of refunds, with repeats, many at once, and processes that die at a write: what was paid bounds what is refunded. */
import fc from 'fast-check'
import type { Payee } from '../../../functions/core/io/payout/contract'
import type { PayoutReason } from '../../../functions/core/pure/payout-reasons'
import { reader } from '../../../functions/core/io/store/reader'
import { DAY_MS } from '../../../functions/core/pure/time'
import { refundCases, vouchers, type RefundCaseDoc } from '../../../functions/refunds/collections'
import { refundFaults } from '../../harness/refunds'
import { died, mortal, type Death } from '../../harness/store/mortal'
import {
  ACCOUNT,
  APPROVER,
  CLAIMANT,
  HALL,
  material,
  openWorld,
  PAYER,
  REVIEWER,
  SECOND_APPROVER,
  type World,
} from './world'
import { overpaidValues } from './values'

/** An account that the bank sends everything back from. */
const CLOSED = '6222020200110000000'
const rejects = (payee: Payee): PayoutReason | undefined =>
  payee.kind === 'bank' && payee.account === CLOSED ? 'accountClosed' : undefined

const PAID = 1_000_000
const VOUCHERS = 2

const pick = fc.nat(20)
const fen = fc.integer({ min: 1, max: 700_000 })
const officerStep = fc.constantFrom(
  'accept',
  'notAccept',
  'askCorrection',
  'startReview',
  'proposeAll',
  'proposeHalf',
  'proposeNothing',
  'agree',
  'agreeToo',
  'sendBack',
  'order',
)
const ownStep = fc.constantFrom('withdraw', 'supply', 'fixAccount')
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('submit' as const),
      voucher: fc.nat(VOUCHERS - 1),
      fen,
      bad: fc.boolean(),
    }),
  },
  { weight: 8, arbitrary: fc.record({ do: officerStep, pick }) },
  // What comes next by its state, whoever's move it is: so that histories go far.
  { weight: 16, arbitrary: fc.record({ do: fc.constant('advance' as const), pick }) },
  { weight: 2, arbitrary: fc.record({ do: ownStep, pick }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('settle' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 12 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('die' as const), after: fc.nat(4), lands: fc.boolean() }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** Refusals that a step may meet; anything else fails the test. */
const EXPECTED: readonly string[] = [
  'VOUCHER_SPENT',
  'NOT_ELIGIBLE',
  'CASE_STATE',
  'CASE_TAKEN',
  'FOUR_EYES',
  'AMOUNT',
  'NOT_FOUND',
  'BUSY',
]

const REACHED = [
  'submit ok',
  'submit NOT_ELIGIBLE',
  'askCorrection ok',
  'supply ok',
  'sendBack ok',
  'agree ok',
  'order ok',
  'fixAccount ok',
  'withdraw ok',
]

interface Cast {
  readonly world: World
  readonly vouchers: readonly string[]
  readonly proof: string
  readonly claimed: Map<string, number>
}

const submit = async (
  { world, vouchers: held, proof, claimed }: Cast,
  { voucher: at, fen: amount, bad }: Extract<Step, { do: 'submit' }>,
): Promise<string> => {
  const saved = await world.call<{ id: string }>(
    'refunds/saveDraft',
    {
      kind: 'overpaid',
      hallId: HALL,
      voucherId: held[at],
      values: overpaidValues(amount, world.services.time.now),
      account: bad ? { ...ACCOUNT, number: CLOSED } : ACCOUNT,
      materials: [{ code: 'proofOfOverpayment', id: proof }],
      step: 'review',
    },
    { as: CLAIMANT },
  )
  if (!saved.ok) return saved.code
  const answer = await world.call<{ id: string }>(
    'refunds/submit',
    { draftId: saved.body.id },
    { as: CLAIMANT, key: `submit-${saved.body.id}` },
  )
  if (!answer.ok) return answer.code
  claimed.set(answer.body.id, amount)
  return 'ok'
}

type Call = readonly [procedure: string, input: Record<string, unknown>, as: string]

interface Seen {
  readonly id: string
  readonly amount: number
  readonly proof: string
  /** Of the proposal. */
  readonly place: number
}

const callOf = (one: Step, { id, amount, proof, place }: Seen): Call | undefined => {
  switch (one.do) {
    case 'accept':
    case 'startReview':
      return [one.do, { id }, REVIEWER]
    case 'notAccept':
      return ['notAccept', { id, reasons: ['notCompetent'] }, REVIEWER]
    case 'askCorrection':
      return ['askCorrection', { id, list: [{ code: 'proofOfOverpayment', said: '请补充回单' }] }, REVIEWER]
    case 'proposeAll':
      return ['propose', { id, outcome: 'approve', approved: amount, reasons: [] }, REVIEWER]
    case 'proposeHalf':
      return [
        'propose',
        { id, outcome: 'approve', approved: Math.ceil(amount / 2), reasons: ['lessOverpaid'] },
        REVIEWER,
      ]
    case 'proposeNothing':
      return ['propose', { id, outcome: 'reject', approved: 0, reasons: ['notOverpaid'] }, REVIEWER]
    case 'agree':
      return ['decide', { id, place, agree: true }, APPROVER]
    case 'agreeToo':
      return ['decide', { id, place, agree: true }, SECOND_APPROVER]
    case 'sendBack':
      return ['decide', { id, place, agree: false }, APPROVER]
    case 'order':
      return ['order', { ids: [id] }, PAYER]
    case 'withdraw':
      return ['withdraw', { id }, CLAIMANT]
    case 'supply':
      return [
        'supply',
        { id, materials: [{ code: 'proofOfOverpayment', id: proof }], said: '已补充' },
        CLAIMANT,
      ]
    case 'fixAccount':
      return ['fixAccount', { id, account: ACCOUNT }, CLAIMANT]
    default:
      return undefined
  }
}

/** The next step of a case by its state, as its people would take it. */
const nextOf = (
  { state, proposal, steps }: RefundCaseDoc,
  at: number,
): Exclude<Step['do'], 'submit' | 'wait' | 'die' | 'advance'> => {
  switch (state) {
    case 'submitted':
      return 'accept'
    case 'accepted':
      return 'startReview'
    case 'correctionAsked':
      return 'supply'
    case 'reviewing':
      if (!proposal) return 'proposeAll'
      if (at % 5 === 1) return 'sendBack'
      return steps.some(({ duty }) => duty === 'approve') ? 'agreeToo' : 'agree'
    case 'approved':
      return 'order'
    case 'bankRejected':
      return 'fixAccount'
    default:
      return 'settle'
  }
}

/** Twice at once where the step says so little that both may be meant: only one of them may take. */
const play = async (cast: Cast, one: Step): Promise<readonly string[]> => {
  const { world, claimed, proof } = cast
  if (one.do === 'submit') {
    const many = one.fen % 2 === 0 ? [one, one] : [one]
    return (await Promise.all(many.map((each) => submit(cast, each)))).map((code) => `submit ${code}`)
  }
  if (one.do === 'settle') return world.settle().then(() => [], ignoreDeath)
  if (one.do === 'wait') {
    world.services.time.now += one.days * DAY_MS
    return []
  }
  if (one.do === 'die') return []
  const ids = [...claimed.keys()]
  const id = ids[one.pick % Math.max(1, ids.length)]
  const doc = id === undefined ? undefined : await reader(world.services.store).get(refundCases, id)
  if (id === undefined || !doc) return []
  const wanted = one.do === 'advance' ? { ...one, do: nextOf(doc, one.pick) } : one
  if (wanted.do === 'settle') return world.settle().then(() => [], ignoreDeath)
  const seen = { id, amount: claimed.get(id) ?? 1, proof, place: doc.proposal?.place ?? 1 }
  const call = callOf(wanted as Step, seen)
  if (!call) return []
  const [procedure, input, as] = call
  const answers = await Promise.all([
    world.call(`refunds/${procedure}`, input, { as }),
    ...(one.pick % 3 === 0 ? [world.call(`refunds/${procedure}`, input, { as })] : []),
  ])
  return answers.map((answer) => `${wanted.do} ${answer.ok ? 'ok' : answer.code}`)
}

const ignoreDeath = (error: unknown): readonly string[] => {
  if (!(error instanceof Error) || !/INTERNAL|Died/.test(error.message)) died(error)
  return []
}

test('whatever is asked, repeated and cut short, no more is refunded than was paid, and money moves once', async () => {
  const made = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 45 }), async (steps) => {
      const world = await openWorld({ settings: { payout: { channel: 'ledger', rejects } } })
      try {
        const held = [await world.voucher(PAID), await world.voucher(PAID)]
        const cast: Cast = {
          world,
          vouchers: held,
          proof: await material(world, 'proofOfOverpayment'),
          claimed: new Map(),
        }
        const kill = mortal(world.services.store)
        let death: Death | undefined
        for (const one of steps) {
          kill(death)
          const dying = death !== undefined
          death = undefined
          for (const told of await play(cast, one)) {
            const code = told.split(' ')[1] ?? ''
            const known = code === 'ok' || EXPECTED.includes(code) || (dying && code === 'INTERNAL')
            if (!known)
              throw new Error(
                `${JSON.stringify(one)}: ${told} ${String((world.services.logged.at(-1)?.fields.err as Error | undefined)?.stack)}`,
              )
            made.set(told, (made.get(told) ?? 0) + 1)
          }
          kill(undefined)
          if (one.do === 'die') death = { after: one.after, lands: one.lands }
          expect(await refundFaults(world.services.store)).toEqual([])
        }
        await world.settle()
        await world.settle()
        expect(await refundFaults(world.services.store)).toEqual([])
        const docs = await reader(world.services.store).getMany(vouchers, held)
        for (const doc of docs) expect(doc && doc.approved <= PAID && doc.left >= 0).toBe(true)
      } finally {
        await world.close()
      }
    }),
    { numRuns: Number(process.env.RUNS ?? 40), seed: Number(process.env.SEED ?? 20_261_127) },
  )
  // The histories reach what they are about.
  for (const reached of REACHED) expect([reached, (made.get(reached) ?? 0) > 0]).toEqual([reached, true])
}, 240_000)
