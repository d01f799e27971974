import fc from 'fast-check'
import {
  entryOf,
  factsOf,
  naturalKey,
  readAmount,
  type InvoiceEntry,
} from '../../../../functions/invoices/rules/invoice'

const entry: InvoiceEntry = {
  kind: '32',
  code: '',
  number: '26427000000375586818',
  issuedOn: '2026-04-30',
  amount: '10.70',
  checkCode: '',
}

describe('which invoice it is', () => {
  it('is told by code and number', () =>
    expect(naturalKey({ code: '011001700112', number: '10113872' })).toBe('011001700112-10113872'))

  it('is told by twenty digits alone, whatever else was read', () => {
    const { number } = entry
    expect(naturalKey({ code: '', number })).toBe(number)
    expect(naturalKey({ code: '1234567890', number })).toBe(number)
  })

  it('is never the same for two', () => {
    const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`))
    const printed = fc.record({ code: fc.oneof(digits(10), digits(12)), number: digits(8) })
    const digital = fc.record({ code: fc.constant(''), number: digits(20) })
    const any = fc.oneof(printed, digital)
    fc.assert(
      fc.property(any, any, (a, b) => {
        const same = a.code === b.code && a.number === b.number
        expect(naturalKey(a) === naturalKey(b)).toBe(same)
      }),
    )
    // A code and a number of twenty digits together are no twenty digits alone.
    expect(naturalKey({ code: '264270000003', number: '75586818' })).not.toBe(naturalKey(entry))
  })
})

describe('the facts of an entry', () => {
  it.each([
    ['0', 0],
    ['32', 3200],
    ['476.6', 47_660],
    ['-10.70', -1070],
    ['1705400.00', 170_540_000],
    ['999999999999.99', 99_999_999_999_999],
  ])('have %s yuan as %i fen', (amount, read) => expect(readAmount(amount)).toBe(read))

  it.each(['', '1,000.00', '10.705', '.5', '5.', '+5', '1e3', '--1', '１０', '9999999999999'])(
    'have no amount in “%s”',
    (amount) => {
      expect(readAmount(amount)).toBeUndefined()
      expect(factsOf({ ...entry, amount })).toBeUndefined()
    },
  )

  it.each([
    { kind: '' },
    { kind: '3' },
    { number: '' },
    { number: '2642700000037558681' },
    { code: '12345678901' },
    { issuedOn: '2026-02-29' },
    { issuedOn: '' },
  ])('are none with %j', (change) => expect(factsOf({ ...entry, ...change })).toBeUndefined())

  it('have a check code of twenty digits or of its last six, or none', () => {
    const checkCode = (typed: string) => factsOf({ ...entry, checkCode: typed })?.checkCode
    expect(checkCode('740560')).toBe('740560')
    expect(checkCode('17602940807063740560')).toBe('17602940807063740560')
    expect(checkCode('74056')).toBe('')
    expect(checkCode('')).toBe('')
  })

  it.each([
    ['01', '32033889', 'net'],
    ['15', '32033889', 'total'],
    ['31', entry.number, 'total'],
    ['87', entry.number, 'net'],
    ['99', entry.number, 'total'],
    ['99', '32033889', 'net'],
  ])('of kind %s and number %s have an amount that is the %s', (kind, number, amountOf) =>
    expect(factsOf({ ...entry, kind, number, code: '4400203130' })?.amountOf).toBe(amountOf),
  )

  it('go back to an entry and come again the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), (amount) => {
        const facts = factsOf(entry)
        expect(facts).toBeDefined()
        if (facts) expect(factsOf(entryOf({ ...facts, amount }))).toEqual({ ...facts, amount })
      }),
    )
  })
})
