/** @jest-environment node */
import { isErrorCode, type ErrorCode } from '../../../functions/core/pure/errors'
import { contract } from '../../../functions/appointments/contract'
import { contract as waitlist } from '../../../functions/waitlist/contract'
import { readRefusal } from '../../../src/packages/booking/model/refusal'

const refuse = (code: string, data?: unknown) =>
  readRefusal({ code, message: 'x', data, traceId: 't1' }, 'east')

it('offers the nearest free slots as ways out of a full one, its own hall first', () => {
  const slot = (hallId: string, start: number) => ({
    hallId,
    day: '2026-11-24',
    start,
    end: start + 30,
    left: 2,
  })
  const refusal = refuse('SLOT_FULL', { nearest: [slot('west', 540), slot('east', 600), { nonsense: true }] })
  expect(refusal.ways).toEqual([
    { kind: 'slot', slot: slot('east', 600) },
    { kind: 'slot', slot: slot('west', 540) },
    { kind: 'wait' },
    { kind: 'otherDay' },
    { kind: 'otherHall' },
  ])
})

it('shows the limit, what is used of it, its basis, and leads to the appointments that use it', () => {
  const refusal = refuse('LIMIT_WEEK', {
    rule: '每周最多 2 次',
    basis: '依据',
    unconfirmed: true,
    limit: 2,
    used: 2,
  })
  expect(refusal.rule).toEqual({ rule: '每周最多 2 次', basis: '依据', unconfirmed: true })
  expect(refusal.count).toEqual({ used: 2, limit: 2 })
  expect(refusal.ways[0]).toEqual({ kind: 'mine' })
})

it('says until when booking is suspended', () => {
  expect(
    refuse('BANNED', {
      rule: 'r',
      basis: 'b',
      unconfirmed: false,
      limit: 3,
      used: 3,
      until: 1_800_000_000_000,
    }).until,
  ).toBe(1_800_000_000_000)
})

it('leads online when it can be done online, and to another matter otherwise', () => {
  expect(refuse('DO_ONLINE', { way: '电子税务局', url: 'https://etax.example' }).ways).toEqual([
    { kind: 'online', way: '电子税务局', url: 'https://etax.example' },
    { kind: 'otherMatter' },
  ])
})

it.each(['NO_TAXPAYER', 'SIGN_IN', 'OFFLINE', 'SOMETHING_NEW'])(
  '%s has a way out without any data',
  (code) => {
    expect(refuse(code).ways.length).toBeGreaterThan(0)
  },
)

it('never trusts the shape of data', () => {
  for (const data of [null, 1, 'x', [], { nearest: 'x' }, { rule: 1 }])
    expect(refuse('SLOT_FULL', data).ways).toEqual([
      { kind: 'wait' },
      { kind: 'otherDay' },
      { kind: 'otherHall' },
    ])
})

it('has a way out of its own for every refusal that hold, book, cancel, rebook and join declare', () => {
  const declared = [contract.hold, contract.book, contract.cancel, contract.rebook, waitlist.join].flatMap(
    (procedure) => Object.keys(procedure['~orpc'].errorMap),
  ) as ErrorCode[]
  // Being drawn takes some minutes: the one refusal that is tried again.
  expect(declared).toContain('BALLOT_DRAWING')
  expect(declared.length).toBeGreaterThan(15)
  for (const code of declared) {
    expect(isErrorCode(code)).toBe(true)
    expect([code, refuse(code).ways.map(({ kind }) => kind)]).not.toEqual([code, ['again']])
  }
})
