import fc from 'fast-check'
import type { Finding } from '../../../../functions/core/pure/law'
import { addDays } from '../../../../functions/core/pure/time'
import { invoiceFindings, standingOf, worstOf } from '../../../../functions/invoices/rules/findings'
import { entryOf, type InvoiceEntry } from '../../../../functions/invoices/rules/invoice'
import { readScanned, type Scanned } from '../../../../functions/invoices/rules/qr'
import { saysBoth } from '../../../harness/forms'
import { irregular, regular, unmatched } from '../../../harness/invoices/samples'

const today = '2026-11-27'
const scan = (text: string): Extract<Scanned, { what: 'invoice' }> => {
  const read = readScanned(text)
  if (read.what !== 'invoice') throw new Error(text)
  return read
}
const digital = '01,32,,26427000000375586818,10.70,20260430,,FAFB'
const special = '01,01,4400203130,32033889,66810.35,20210402,,103C'
const ordinary = '01,10,011001700112,10113872,32,20180224,17602940807063740560,0819'
const standings = (findings: readonly Finding[]): Readonly<Record<string, string>> =>
  Object.fromEntries(findings.map((one) => [one.code, standingOf(one)]))
/** Codes of those that are not kept, worst marked. */
const told = (text: string, on = today): readonly string[] =>
  invoiceFindings(scan(text), on)
    .filter(({ ok }) => !ok)
    .map((one) => `${one.code} ${standingOf(one)}`)
const finding = (text: string, code: string, on = today): Finding => {
  const found = invoiceFindings(scan(text), on).find((one) => one.code === code)
  if (!found) throw new Error(`no finding ${code}`)
  return found
}
const entry: InvoiceEntry = scan(digital).entry
const typed = (change: Partial<InvoiceEntry>): readonly string[] =>
  invoiceFindings({ entry: { ...entry, ...change } }, today)
    .filter(({ ok }) => !ok)
    .map((one) => `${one.code} ${standingOf(one)}`)

describe('findings of an invoice, offline', () => {
  it('are all there at once, in one order', () => {
    expect(invoiceFindings(scan(digital), today).map(({ code }) => code)).toEqual([
      'crc',
      'kind',
      'code',
      'number',
      'checkCode',
      'amount',
      'red',
      'day',
      'future',
      'window',
      'year',
      'channel',
      'region',
    ])
    expect(told(digital)).toEqual([])
    expect(worstOf(invoiceFindings(scan(digital), today))).toBe('ok')
  })

  it('are as bad as the worst of them', () => {
    const worst = (text: string) => worstOf(invoiceFindings(scan(text), today))
    expect(worst(digital)).toBe('ok')
    expect(worst(special)).toBe('warning')
    expect(worst(digital.replace('26427', '2642'))).toBe('fail')
    expect(worstOf([])).toBe('ok')
  })

  it('of what was typed have no CRC to look at', () => {
    expect(standings(invoiceFindings({ entry }, today))).not.toHaveProperty('crc')
    expect(typed({})).toEqual([])
    expect(typed({ kind: '10', code: '011001700112', number: '10113872', checkCode: '740560' })).toEqual([])
  })

  it.each([...regular, ...irregular].map(({ text }) => text))('keep %s', (text) =>
    // Some are older than the five years; nothing else is told of a published invoice.
    expect(told(text).filter((one) => one !== 'window warning')).toEqual([]),
  )

  it.each(unmatched)('warn, and no more, of a CRC that does not fit: %s', (text) => {
    // One of them has a number of 2024 and a day of 2026, as if somebody had changed it before publishing it.
    const changed = text.includes(',24117000000123133001,') ? ['year fail'] : []
    expect(told(text).filter((one) => one !== 'window warning')).toEqual(['crc warning', ...changed])
  })

  it('never call an invoice fake or altered', () => {
    const words = unmatched.flatMap((text) => invoiceFindings(scan(text), today)).map(({ found }) => found)
    for (const found of words) {
      expect(found?.zh).not.toMatch(/假|篡改|伪造/)
      expect(found?.en).not.toMatch(/fake|forged|altered/i)
    }
  })

  it.each([
    ['an unknown kind', digital.replace('01,32', '01,99'), ['crc warning', 'kind warning']],
    [
      'a code where there is none',
      digital.replace(',,2642', ',4400203130,2642'),
      ['crc warning', 'code fail'],
    ],
    [
      'a short code',
      special.replace('4400203130', '440020313'),
      ['crc warning', 'code fail', 'window warning'],
    ],
    ['no code', special.replace('4400203130', ''), ['crc warning', 'code fail', 'window warning']],
    [
      'ten digits of code where the kind has twelve',
      ordinary.replace('011001700112', '1100017001'),
      ['crc warning', 'code fail', 'window warning'],
    ],
    ['a letter in the number', digital.replace('26427', '2642O'), ['crc warning', 'number fail']],
    ['nineteen digits', digital.replace('26427', '2642'), ['crc warning', 'number fail']],
    [
      'no check code',
      ordinary.replace('17602940807063740560', ''),
      ['crc warning', 'checkCode fail', 'window warning'],
    ],
    [
      'a check code where there is none',
      digital.replace(',,FAFB', ',17602940807063740560,FAFB'),
      ['crc warning', 'checkCode fail'],
    ],
    ['no amount', digital.replace('10.70', ''), ['crc warning', 'amount fail']],
    ['three decimals', digital.replace('10.70', '10.705'), ['crc warning', 'amount fail']],
    ['a red-letter amount', digital.replace('10.70', '-10.70'), ['crc warning', 'red warning']],
    ['a day that is none', digital.replace('20260430', '20260431'), ['crc warning', 'day fail']],
    ['another year than its number', digital.replace('20260430', '20250430'), ['crc warning', 'year fail']],
    ['a region that is none', digital.replace('26427', '26887'), ['crc warning', 'region warning']],
    [
      'a region of an old code that is none',
      special.replace('4400203130', '8800203130'),
      ['crc warning', 'window warning', 'region warning'],
    ],
    ['a channel never seen', digital.replace('26427', '26425'), ['crc warning', 'channel warning']],
  ])('tell of %s', (_, text, expected) => expect(told(text)).toEqual(expected))

  it('tell everything that is wrong, not the first', () =>
    expect(told('01,32,123,2688X,x,20261340,9,0000')).toEqual([
      'crc warning',
      'code fail',
      'number fail',
      'checkCode fail',
      'amount fail',
      'day fail',
    ]))

  it('take the day as an argument: neither the future nor what is older than five years', () => {
    expect(told(digital, '2026-04-29')).toEqual(['future fail'])
    expect(told(digital, '2026-05-01')).toEqual([])
    expect(told(digital, '2031-04-30')).toEqual([])
    expect(told(digital, '2031-05-01')).toEqual(['window warning'])
    // One year, as pages of those days say.
    expect(told(special, '2022-04-02')).toEqual([])
    expect(told(special, '2022-04-03')).toEqual(['window warning'])
    expect(finding(special, 'window', '2022-04-03').unconfirmed).toBe(true)
  })

  it('tell on the day of issue that it may not be found yet', () => {
    expect(told(digital, '2026-04-30')).toEqual(['fresh warning'])
    expect(finding(digital, 'fresh', '2026-04-30').basis.zh).toContain('查验平台')
  })

  it('say where they stand, and what is not confirmed', () => {
    expect(finding(digital, 'year')).toMatchObject({ unconfirmed: false })
    expect(finding(digital, 'year').basis.zh).toContain('2024年第11号')
    expect(finding(digital, 'channel').unconfirmed).toBe(true)
    expect(finding(digital, 'crc').unconfirmed).toBe(true)
    expect(finding(digital, 'kind').unconfirmed).toBe(false)
    expect(finding(digital.replace('01,32', '01,61'), 'kind').unconfirmed).toBe(true)
    expect(finding(digital, 'region')).toMatchObject({ unconfirmed: false, found: { zh: '湖北' } })
    expect(finding(digital.replace('26427', '26937'), 'region')).toMatchObject({
      unconfirmed: true,
      found: { en: 'Xiamen' },
    })
    expect(finding(digital.replace('26427', '26957'), 'region').unconfirmed).toBe(false)
    expect(finding(special, 'region')).toMatchObject({ unconfirmed: true, found: { zh: '广东' } })
  })

  it('of facts that were kept are the same', () => {
    for (const { text } of regular) {
      const { facts, entry: read } = scan(text)
      expect(facts).toBeDefined()
      if (facts)
        expect(invoiceFindings({ entry: entryOf(facts) }, today)).toEqual(
          invoiceFindings({ entry: read }, today),
        )
    }
  })

  it('are worded in both languages, whatever is read, and never fail', () => {
    const text = fc.oneof(
      fc.constantFrom(
        '',
        '01',
        '32',
        '10',
        '04',
        '99',
        '26427000000375586818',
        '10113872',
        '2026-04-30',
        '10.70',
        '-1',
      ),
      fc.stringMatching(/^[0-9A-Z.-]{0,30}$/),
    )
    fc.assert(
      fc.property(
        fc.record({ kind: text, code: text, number: text, issuedOn: text, amount: text, checkCode: text }),
        fc.integer({ min: 0, max: 3000 }),
        (read, days) => {
          const findings = invoiceFindings(
            { entry: read, crc: { result: 'notChecked' } },
            addDays('2024-01-01', days),
          )
          for (const { rule, basis, found } of findings) {
            expect(saysBoth(rule) && saysBoth(basis)).toBe(true)
            expect(found && found.zh !== '' && found.en !== '' && !/\p{Script=Han}/u.test(found.en)).toBe(
              true,
            )
          }
          expect(new Set(findings.map(({ code }) => code)).size).toBe(findings.length)
        },
      ),
    )
  })
})
