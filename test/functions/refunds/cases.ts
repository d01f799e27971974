/** How calls of `refunds` succeed, and who is a stranger to what they touch. */
import { recordPayments } from '../../../functions/refunds/public'
import { taxpayers } from '../../../functions/accounts/collections'
import { verifyIn } from '../../../functions/accounts/verifying'
import { transact } from '../../../functions/core/io/store/transact'
import type { RoleGrant } from '../../../functions/core/io/identity/roles'
import { reader } from '../../../functions/core/io/store/reader'
import { addDays, dayOf } from '../../../functions/core/pure/time'
import { mine, timer, type FunctionCases } from '../../harness/fuzz/cases'
import type { Person, Taxpayer, World } from '../../harness/fuzz/world'
import { allOf } from '../../../functions/core/io/store/pages'
import { outsideCalls } from '../../../functions/core/io/outside/collections'
import { refundCases } from '../../../functions/refunds/collections'
import { settlePayout } from '../../../functions/refunds/work/pay'
import { onFile } from '../materials/on-file'
import { departureCases } from './departure-cases'
import { proposedAt } from './proposed-at'
import { ACCOUNT, overpaidValues } from './values'

export interface Office {
  readonly reviewer: Person
  readonly colleague: Person
  readonly approver: Person
  readonly payer: Person
}

const offices = new WeakMap<World, Promise<Office>>()

/** People of the first hall, each with one duty. */
export const officeOf = (world: World): Promise<Office> => {
  const make = async (): Promise<Office> => {
    const halls = [...world.halls]
    const person = async (name: string, grant: RoleGrant): Promise<Person> => {
      const accountId = await world.services.person(name, [grant])
      return { accountId, token: await world.services.tokenOf(accountId) }
    }
    return {
      reviewer: await person('refund-reviewer', { role: 'officer', halls, duties: ['review'] }),
      colleague: await person('refund-reviewer-too', { role: 'officer', halls, duties: ['review'] }),
      approver: await person('refund-approver', { role: 'supervisor', halls, duties: ['approve'] }),
      payer: await person('refund-payer', { role: 'officer', halls, duties: ['pay'] }),
    }
  }
  const known = offices.get(world) ?? make()
  offices.set(world, known)
  return known
}

export interface Claimant extends Taxpayer {
  readonly voucherId: string
}

let vouchers = 0

/** A verified taxpayer who has paid tax. */
export const claimant = async (world: World): Promise<Claimant> => {
  const person = await world.taxpayer()
  const { vault, store } = world.services
  const { reviewer } = await officeOf(world)
  const { taxpayerId, token } = person
  const evidence = vault.own.seal(`auditEntries|${taxpayerId}|evidence`, '窗口核验')
  await transact(world.services, (tx) =>
    verifyIn(tx, { vault, officer: reviewer.accountId, taxpayerId, evidence }),
  )
  const taxpayer = await reader(store).get(taxpayers, taxpayerId)
  const key = await vault.keyOf(person.accountId)
  const number = key.open(`taxpayers|${taxpayerId}|number`, taxpayer?.number ?? '')
  vouchers += 1
  const today = dayOf(world.services.clock())
  const paidOn = addDays(today, -30)
  await recordPayments(world.services, [
    {
      payer: { kind: 'person', number },
      number: `3320261024${String(vouchers).padStart(8, '0')}`,
      tax: 'deed',
      from: paidOn,
      to: paidOn,
      paidOn,
      paid: 1_000_000,
    },
  ])
  const { items } = await world.must<{ items: { id: string }[] }>('refunds/vouchers', { input: {}, token })
  return { ...person, voucherId: items[0]?.id ?? '' }
}

/** Whoever claims here goes by another name than its holder. */
const ANOTHERS = { ...ACCOUNT, explanation: '本人账户已注销，请退到家人账户' }

const draftInput = async (world: World, person: Claimant) => ({
  kind: 'overpaid',
  hallId: world.halls[0] ?? '',
  voucherId: person.voucherId,
  values: overpaidValues(world.random.int(1, 500_000), world.services.clock()),
  account: ANOTHERS,
  materials: [{ code: 'proofOfOverpayment', id: await onFile(world, person, 'proofOfOverpayment') }],
  step: 'review',
})

interface Begun {
  readonly person: Claimant
  readonly id: string
}

export const drafted = async (world: World): Promise<Begun> => {
  const person = await claimant(world)
  const { id } = await world.must<{ id: string }>('refunds/saveDraft', {
    input: await draftInput(world, person),
    token: person.token,
  })
  return { person, id }
}

export const submitted = async (world: World): Promise<Begun> => {
  const { person, id: draft } = await drafted(world)
  const { id } = await world.must<{ id: string }>('refunds/submit', {
    input: { draftId: draft },
    token: person.token,
  })
  return { person, id }
}

type Steps = readonly (readonly [keyof Office, string, Readonly<Record<string, unknown>>?])[]

const walked = async (world: World, steps: Steps): Promise<Begun> => {
  const begun = await submitted(world)
  const office = await officeOf(world)
  for (const [who, procedure, more = {}] of steps) {
    const seen = procedure === 'decide' ? { place: await proposedAt(world.services, begun.id) } : {}
    await world.must(`refunds/${procedure}`, {
      input: { id: begun.id, ...seen, ...more },
      token: office[who].token,
    })
  }
  return begun
}

const REVIEWING: Steps = [
  ['reviewer', 'accept'],
  ['reviewer', 'startReview'],
]
const PROPOSED: Steps = [
  ...REVIEWING,
  ['reviewer', 'propose', { outcome: 'approve', approved: 1, reasons: ['lessOverpaid'] }],
]

const ASKED: Steps = [
  ['reviewer', 'askCorrection', { list: [{ code: 'proofOfOverpayment', said: '请补充银行回单' }] }],
]

const ownDraft = async (world: World) => {
  const { person, id } = await drafted(world)
  return { input: { draftId: id }, token: person.token }
}

const own = (make: (world: World) => Promise<Begun>) => async (world: World) => {
  const { person, id } = await make(world)
  return { input: { id }, token: person.token }
}

/** Sent back by the bank: the channel's answer is written as its work would write it. */
export const bankRejected = async (world: World): Promise<Begun> => {
  const begun = await walked(world, [...PROPOSED, ['approver', 'decide', { agree: true }]])
  const { payer } = await officeOf(world)
  await world.must('refunds/order', { input: { ids: [begun.id] }, token: payer.token })
  const [call] = await allOf(world.services.store, outsideCalls, {
    index: 'about',
    where: { about: begun.id },
  })
  if (!call) throw new Error('nothing was ordered')
  const set = { state: 'refused', why: 'accountClosed', next: null, settledAt: world.services.clock() }
  await world.services.store.patch({ collection: outsideCalls.name, id: call.id, set })
  await settlePayout(world.services, { callId: call.id, about: begun.id })
  return begun
}

const materialOf = async (world: World, id: string): Promise<string> => {
  const doc = await reader(world.services.store).get(refundCases, id)
  return doc?.materials[0]?.id ?? ''
}

const step =
  (who: keyof Office, before: Steps, more: Readonly<Record<string, unknown>> = {}) =>
  async (world: World) => {
    const { id } = await walked(world, before)
    return { input: { id, ...more }, token: (await officeOf(world))[who].token }
  }

const elsewhere = 'officer elsewhere' as const

export const cases: FunctionCases = {
  recipes: {
    vouchers: async (world) => ({ input: {}, token: (await claimant(world)).token }),
    check: async (world) => {
      const person = await claimant(world)
      const { kind, voucherId, values } = await draftInput(world, person)
      return { input: { kind, voucherId, values }, token: person.token }
    },
    saveDraft: async (world) => {
      const person = await claimant(world)
      return { input: await draftInput(world, person), token: person.token }
    },
    drafts: mine({}),
    draft: ownDraft,
    dropDraft: ownDraft,
    submit: ownDraft,
    mine: mine({}),
    waiting: mine({}),
    get: own(submitted),
    supply: async (world) => {
      const { person, id } = await walked(world, ASKED)
      const material = await onFile(world, person, 'bankReceipt')
      return {
        input: { id, materials: [{ code: 'bankReceipt', id: material }], said: '已补充银行回单' },
        token: person.token,
      }
    },
    fixAccount: async (world) => {
      const { person, id } = await bankRejected(world)
      return { input: { id, account: ANOTHERS }, token: person.token }
    },
    withdraw: own(submitted),
    material: async (world) => {
      const { person, id } = await submitted(world)
      return { input: { id, materialId: await materialOf(world, id) }, token: person.token }
    },
    paper: async (world) => {
      const { person, id } = await submitted(world)
      return { input: { id, what: 'application' }, token: person.token }
    },
    review: step('reviewer', []),
    caseMaterial: async (world) => {
      const { id } = await submitted(world)
      return {
        input: { id, materialId: await materialOf(world, id) },
        token: (await officeOf(world)).reviewer.token,
      }
    },
    lookVouchers: async (world) => ({
      input: { hallId: world.halls[0] ?? '', number: '332026102400000001' },
      token: (await officeOf(world)).reviewer.token,
    }),
    openFound: async (world) => {
      const { voucherId } = await claimant(world)
      return {
        input: {
          hallId: world.halls[0] ?? '',
          voucherId,
          amount: world.random.int(1, 9_999),
          said: '比对发现重复缴款',
        },
        token: (await officeOf(world)).reviewer.token,
      }
    },
    accept: step('reviewer', []),
    notAccept: step('reviewer', [], { reasons: ['notCompetent'] }),
    askCorrection: step('reviewer', [], ASKED[0]?.[2]),
    startReview: step('reviewer', REVIEWING.slice(0, 1)),
    propose: step('reviewer', REVIEWING, { outcome: 'reject', approved: 0, reasons: ['notOverpaid'] }),
    decide: async (world) => {
      const { id } = await walked(world, PROPOSED)
      const place = await proposedAt(world.services, id)
      const input = { id, place, agree: world.random.chance(0.5) }
      return { input, token: (await officeOf(world)).approver.token }
    },
    order: async (world) => {
      const { id } = await walked(world, [...PROPOSED, ['approver', 'decide', { agree: true }]])
      return { input: { ids: [id] }, token: (await officeOf(world)).payer.token }
    },
    ageing: async (world) => ({
      input: { hallId: world.random.pick(world.halls) },
      token: (await officeOf(world)).reviewer.token,
    }),
    sheet: async (world) => {
      const today = dayOf(world.services.clock())
      return {
        input: { hallId: world.halls[0] ?? '', from: addDays(today, -30), to: today },
        token: (await officeOf(world)).reviewer.token,
      }
    },
    differences: async (world) => ({
      input: { hallId: world.halls[0] ?? '', day: addDays(dayOf(world.services.clock()), -1) },
      token: (await officeOf(world)).payer.token,
    }),
    payOut: timer('payOut'),
    reconcile: timer('reconcile'),
    ...departureCases.recipes,
  },
  strangers: {
    vouchers: 'taxpayer',
    check: 'taxpayer',
    saveDraft: 'taxpayer',
    draft: 'taxpayer',
    dropDraft: 'taxpayer',
    submit: 'taxpayer',
    mine: 'taxpayer',
    get: 'taxpayer',
    supply: 'taxpayer',
    fixAccount: 'taxpayer',
    withdraw: 'taxpayer',
    material: 'taxpayer',
    paper: 'taxpayer',
    review: elsewhere,
    caseMaterial: elsewhere,
    lookVouchers: elsewhere,
    openFound: elsewhere,
    accept: elsewhere,
    notAccept: elsewhere,
    askCorrection: elsewhere,
    startReview: elsewhere,
    propose: elsewhere,
    decide: 'supervisor elsewhere',
    order: elsewhere,
    ageing: elsewhere,
    sheet: elsewhere,
    differences: elsewhere,
    ...departureCases.strangers,
  },
  owned: {
    vouchers: async (world) => ({ taxpayerId: (await claimant(world)).taxpayerId }),
    mine: async (world) => ({ taxpayerId: (await claimant(world)).taxpayerId }),
    check: async (world) => {
      const person = await claimant(world)
      const { kind, values } = await draftInput(world, person)
      return { kind, values, taxpayerId: person.taxpayerId, voucherId: person.voucherId }
    },
    saveDraft: async (world) => {
      const person = await claimant(world)
      const { hallId: _hall, ...input } = await draftInput(world, person)
      return { ...input, taxpayerId: person.taxpayerId }
    },
  },
  unknown: {
    id: `rf_${'0'.repeat(26)}`,
    ids: [`rf_${'0'.repeat(26)}`],
    draftId: `rd_${'0'.repeat(26)}`,
    formId: `df_${'0'.repeat(26)}`,
    voucherId: `pv_${'0'.repeat(26)}`,
    materialId: `mt_${'0'.repeat(26)}`,
    taxpayerId: 'tp_nobody',
    hallId: 'no-such-hall',
  },
}
