import fc from 'fast-check'
import { CATEGORY_CODES } from '../../../functions/invoices/data/categories'
import { invoiceKinds } from '../../../functions/invoices/data/kinds'
import { beginSession, signOutHere } from '../../../src/client/session'
import { ApiError } from '../../../src/client/errors'
import { EMPTY, entryOfPdf, isDoubtful, otherKinds, USUAL } from '../../../src/packages/invoices/model/entry'
import { heldFor, heldStore, keepDraft, letGo, take } from '../../../src/packages/invoices/model/in-hand'
import { lookedAt } from '../../../src/packages/invoices/model/looked'
import { canAskAgain, verdictOf } from '../../../src/packages/invoices/model/outcome'
import { readInvoiceId, readListId, readMonth } from '../../../src/packages/invoices/model/params'
import { againIn, faultsIn, reimbursedIn, titleFaultsIn } from '../../../src/packages/invoices/model/refused'
import { groupedDigits } from '../../../functions/core/pure/typed-digits'
import { tailOf } from '../../../src/packages/invoices/model/shown'
import {
  drawnSums,
  monthsTo,
  namedCategories,
  totalIn,
  totalOf,
} from '../../../src/packages/invoices/model/sums'
import { CODE, genuine, known, NOW } from './fixtures'

const TODAY = '2026-11-24'

describe('figures as they are shown', () => {
  it.each([
    ['26427000000375586818', '2642 7000 0003 7558 6818'],
    ['10113872', '1011 3872'],
    ['032002600111', '0320 0260 0111'],
    ['123', '123'],
    ['', ''],
  ])('%s is read in groups', (digits, shown) => expect(groupedDigits(digits)).toBe(shown))

  it('loses and invents no digit', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^\d{0,40}$/),
        (digits) => groupedDigits(digits).replace(/ /g, '') === digits,
      ),
    )
  })

  it('tells two invoices apart by their end', () =>
    expect([tailOf('26427000000375586818'), tailOf('10113872')]).toEqual(['75586818', '10113872']))
})

const sum = fc.record({
  month: fc.constantFrom('2026-01', '2026-05', '2026-11'),
  category: fc.constantFrom(...CATEGORY_CODES),
  count: fc.integer({ min: 1, max: 9 }),
  fen: fc.integer({ min: -1_000_000, max: 1_000_000 }),
})

describe('the sums of a year', () => {
  it('are whole however they are split: by month, by category, and as they are drawn', () => {
    fc.assert(
      fc.property(fc.array(sum, { maxLength: 30 }), (sums) => {
        const all = totalOf(sums)
        const byMonth = ['2026-01', '2026-05', '2026-11'].map((month) => totalIn(sums, { month }).fen)
        const byCategory = CATEGORY_CODES.map((category) => totalIn(sums, { category }).fen)
        expect(byMonth.reduce((a, b) => a + b, 0)).toBe(all.fen)
        expect(byCategory.reduce((a, b) => a + b, 0)).toBe(all.fen)
        const { named, rest } = namedCategories(sums)
        expect(named.length + (rest.length > 0 ? 1 : 0)).toBeLessThanOrEqual(5)
        const { months, below } = drawnSums(sums, monthsTo('2026-11'), [...named.map((one) => [one]), rest])
        const drawn = months.flatMap(({ values }) => values).reduce((a, b) => a + b, 0)
        expect(below ? drawn > all.fen : drawn === all.fen).toBe(true)
      }),
    )
  })

  it('name what most was spent on, and draw the rest as one only where there is much of it', () => {
    const of = (category: (typeof CATEGORY_CODES)[number], fen: number) => ({
      month: '2026-11',
      category,
      count: 1,
      fen,
    })
    const five = [of('dining', 1), of('travel', 5), of('home', 3), of('office', 4), of('medical', 2)]
    expect(namedCategories(five)).toEqual({
      named: ['travel', 'office', 'home', 'medical', 'dining'],
      rest: [],
    })
    expect(namedCategories([...five, of('other', 6)])).toEqual({
      named: ['other', 'travel', 'office', 'home'],
      rest: ['medical', 'dining'],
    })
  })

  it('say when a month would be below zero, which bars cannot show', () => {
    const red = [{ month: '2026-02', category: 'dining', count: 1, fen: -500 }] as const
    expect(drawnSums(red, monthsTo('2026-02'), [['dining']])).toEqual({
      months: [
        { month: '2026-01', values: [0] },
        { month: '2026-02', values: [0] },
      ],
      below: true,
    })
  })
})

describe('what is in hand', () => {
  beforeEach(() => {
    signOutHere()
    letGo()
  })
  const seenBy = (person: string | undefined) => heldFor(heldStore.getState(), person).hand

  it('of nobody is for whoever signs in then; of one person it is not for another', () => {
    take({ by: 'code', text: CODE })
    expect(seenBy('甲')).toEqual({ by: 'code', text: CODE })
    beginSession({ token: 'token', accountId: '甲' })
    take({ by: 'code', text: CODE })
    expect(seenBy('甲')).toBeDefined()
    expect(seenBy('乙')).toBeUndefined()
    expect(seenBy(undefined)).toBeUndefined()
  })

  it('is forgotten by signing out, and the draft with it', () => {
    beginSession({ token: 'token', accountId: '甲' })
    take({ by: 'code', text: CODE })
    keepDraft({ ...EMPTY, number: '1' })
    signOutHere()
    expect(heldStore.getState()).toEqual({ owner: undefined, hand: undefined, draft: undefined })
  })

  it('is told as what it is: an invoice with its findings, a title, anything else; a code has check digits and what is typed has none', () => {
    const scanned = lookedAt({ by: 'code', text: CODE }, TODAY)
    expect(scanned).toMatchObject({ what: 'invoice', worst: 'ok', source: 'photo' })
    if (scanned.what !== 'invoice') throw new Error(scanned.what)
    expect(scanned.findings.map(({ code }) => code)).toContain('crc')
    const typed = lookedAt({ by: 'typed', entry: scanned.entry }, TODAY)
    if (typed.what !== 'invoice') throw new Error(typed.what)
    expect(typed.findings.map(({ code }) => code)).not.toContain('crc')
    expect(typed).toMatchObject({ source: 'typed', facts: scanned.facts })
    const pdf = { fileId: 'fi', category: 'dining', sellerName: null, unsure: [] } as const
    expect(lookedAt({ by: 'typed', entry: scanned.entry, pdf }, TODAY)).toMatchObject({ source: 'pdf' })
    expect(lookedAt({ by: 'code', text: 'https://u.wechat.com/x' }, TODAY)).toMatchObject({ other: 'wechat' })
    expect(lookedAt({ by: 'code', text: '$01%%%$' }, TODAY).what).toBe('other')
  })

  it('never throws, whatever was scanned', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        lookedAt({ by: 'code', text }, TODAY)
      }),
    )
  })
})

describe('a form', () => {
  it('offers every kind once, a kind that was read too, and none that is out of use', () => {
    const all = [...USUAL, ...otherKinds('').map(({ kind }) => kind)]
    expect(new Set(all).size).toBe(all.length)
    expect(invoiceKinds.map(({ kind }) => kind).filter((kind) => !all.includes(kind))).toEqual([
      '02',
      '81',
      '82',
    ])
    expect(otherKinds('82')[0]).toEqual({ kind: '82' })
    expect(otherKinds('32')).toEqual(otherKinds(''))
  })

  it('is filled from a PDF with what was found, and marks what is not sure', () => {
    const entry = entryOfPdf({
      kind: '32',
      code: null,
      number: '26427000000375586818',
      issuedOn: null,
      amount: 1_070,
      checkCode: null,
      sellerName: null,
      category: 'other',
      unsure: ['amount', 'issuedOn'],
    })
    expect(entry).toEqual({ ...EMPTY, kind: '32', number: '26427000000375586818', amount: '10.70' })
    expect(isDoubtful('amount', entry, ['amount', 'issuedOn'])).toBe(true)
    // What is missing is not doubted but asked for.
    expect(isDoubtful('issuedOn', entry, ['amount', 'issuedOn'])).toBe(false)
  })
})

describe('an answer', () => {
  it('of a genuine invoice is its state, and anything else is told as it is', () => {
    expect(verdictOf(genuine)).toBe('normal')
    expect(verdictOf({ ...genuine, state: 'void' })).toBe('void')
    expect(verdictOf(known({ outcome: 'mismatch', state: 'normal' }))).toBe('mismatch')
  })

  it.each([
    ['unasked', null, 5, true],
    ['unasked', null, 0, false],
    ['notFound', NOW + 1, 4, false],
    ['notFound', NOW, 4, true],
    ['unreachable', NOW, 4, true],
    ['unreachable', NOW, 0, false],
    ['mismatch', NOW, 4, false],
    ['tooMany', NOW, 4, false],
    ['notCovered', NOW, 4, false],
  ] as const)('%s until %s with %s left may be asked again: %s', (outcome, again, left, may) => {
    expect(canAskAgain(known({ outcome, again, left }), NOW)).toBe(may)
  })
})

describe('addresses and refusals, read with care', () => {
  it('take ids and months of the right form alone', () => {
    expect(readInvoiceId({ id: `wi_${'1'.repeat(26)}` })).toBe(`wi_${'1'.repeat(26)}`)
    expect(readInvoiceId({ id: `rl_${'1'.repeat(26)}` })).toBeUndefined()
    expect(readListId({})).toBeUndefined()
    expect([readMonth({ month: '2026-11' }), readMonth({ month: '2026-13' })]).toEqual(['2026-11', undefined])
  })

  it('take what the refusal is for, and nothing out of another or of a broken one', () => {
    const refusal = (code: ConstructorParameters<typeof ApiError>[0], data: unknown) =>
      new ApiError(code, '', data, '', false)
    expect([
      ...reimbursedIn(refusal('REIMBURSED_BEFORE', { invoices: [{ id: 'a', own: true }, 7] })),
    ]).toEqual([['a', true]])
    expect(reimbursedIn(refusal('BUSY', { invoices: [{ id: 'a' }] })).size).toBe(0)
    expect([
      ...titleFaultsIn(refusal('TITLE_FAULTS', { faults: [{ field: 'name', words: '生僻字' }] })),
    ]).toEqual([['name', '生僻字']])
    expect(againIn(refusal('CHECKS_SPENT', { again: NOW }))).toBe(NOW)
    expect(againIn(refusal('CHECKS_SPENT', null))).toBeUndefined()
    expect(
      faultsIn(refusal('INVOICE_FAULTS', { findings: [{ code: 'year', rule: '规则', basis: '依据' }] })),
    ).toMatchObject([{ code: 'year', ok: false, rule: { zh: '规则' }, unconfirmed: false }])
    expect(faultsIn(refusal('INVOICE_FAULTS', undefined))).toEqual([])
  })
})
