import { invoiceKinds } from '../../../../functions/invoices/data/kinds'
import { askedEntry, askedFields, entryFaults, tidyEntry } from '../../../../functions/invoices/rules/fields'
import { factsOf, type InvoiceEntry } from '../../../../functions/invoices/rules/invoice'
import { saysBoth } from '../../../harness/forms'

const today = '2026-11-27'
const digital: InvoiceEntry = {
  kind: '32',
  code: '',
  number: '26427000000375586818',
  issuedOn: '2026-04-30',
  amount: '10.70',
  checkCode: '',
}
const ordinary: InvoiceEntry = {
  kind: '10',
  code: '011001700112',
  number: '10113872',
  issuedOn: '2018-02-24',
  amount: '32',
  checkCode: '740560',
}
const empty: InvoiceEntry = { kind: '', code: '', number: '', issuedOn: '', amount: '', checkCode: '' }
const faults = (entry: InvoiceEntry): readonly string[] =>
  entryFaults(entry, today).map(({ field, problem }) => `${field} ${problem}`)

describe('an invoice as it is typed', () => {
  it.each([
    ['01', ['kind', 'code', 'number', 'issuedOn', 'amount']],
    ['03', ['kind', 'code', 'number', 'issuedOn', 'amount']],
    ['04', ['kind', 'code', 'number', 'issuedOn', 'amount', 'checkCode']],
    ['10', ['kind', 'code', 'number', 'issuedOn', 'amount', 'checkCode']],
    ['11', ['kind', 'code', 'number', 'issuedOn', 'amount', 'checkCode']],
    ['15', ['kind', 'code', 'number', 'issuedOn', 'amount']],
    ['31', ['kind', 'number', 'issuedOn', 'amount']],
    ['32', ['kind', 'number', 'issuedOn', 'amount']],
    ['51', ['kind', 'number', 'issuedOn', 'amount']],
    ['86', ['kind', 'code', 'number', 'issuedOn', 'amount']],
    ['99', ['kind', 'code', 'number', 'issuedOn', 'amount', 'checkCode']],
  ])('of kind %s is asked for what its verification needs', (kind, fields) =>
    expect(askedFields(kind)).toEqual(fields),
  )

  it('without faults is one of facts', () => {
    for (const entry of [digital, ordinary]) {
      expect(faults(entry)).toEqual([])
      expect(factsOf(entry)).toBeDefined()
    }
  })

  it('is asked for all that its kind needs, at once', () => {
    expect(faults({ ...empty, kind: '32' })).toEqual([
      'number required',
      'issuedOn required',
      'amount required',
    ])
    expect(faults({ ...empty, kind: '04' })).toEqual([
      'code required',
      'number required',
      'issuedOn required',
      'amount required',
      'checkCode required',
    ])
    expect(faults(empty)).toEqual([
      'kind required',
      'number required',
      'issuedOn required',
      'amount required',
    ])
  })

  it.each<[Partial<InvoiceEntry>, string[]]>([
    [{ code: '01100170011' }, ['code length']],
    [{ code: '0110017001' }, ['code length']],
    [{ code: '01100170011X' }, ['code digits']],
    [{ number: '1011387' }, ['number length']],
    [{ number: '26427000000375586818' }, ['number length']],
    [{ number: '1011387A' }, ['number digits']],
    [{ issuedOn: '2026-02-30' }, ['issuedOn day']],
    [{ issuedOn: '2026-11-28' }, ['issuedOn future']],
    [{ issuedOn: '2026-11-27' }, []],
    [{ amount: '32.005' }, ['amount amount']],
    [{ amount: '-32' }, []],
    [{ checkCode: '74056' }, ['checkCode length']],
    [{ checkCode: '17602940807063740560' }, []],
    [{ kind: '1' }, ['kind kind']],
  ])('has the faults of %j', (change, expected) =>
    expect(faults({ ...ordinary, ...change })).toEqual(expected),
  )

  it('of a digital kind has twenty digits', () =>
    expect(faults({ ...digital, number: '10113872' })).toEqual(['number length']))

  it('on paper needs its code beside eight digits, and none beside twenty', () => {
    const onPaper = { ...digital, kind: '86' }
    expect(faults(onPaper)).toEqual([])
    expect(faults({ ...onPaper, number: '10113872' })).toEqual(['code required'])
  })

  it('of a kind that is not known is taken as it is', () =>
    expect(faults({ ...ordinary, kind: '99', code: '', checkCode: '' })).toEqual([]))

  it.each([
    ['20260430', '2026-04-30'],
    ['2026-4-30', '2026-04-30'],
    ['2026/04/3', '2026-04-03'],
    ['2026.4.3', '2026-04-03'],
    ['２０２６年４月３０日', '2026-04-30'],
    [' 2026 年 04 月 30 日 ', '2026-04-30'],
    ['2026-04-30', '2026-04-30'],
    ['四月三十日', '四月三十日'],
  ])('may have the day as %s', (issuedOn, day) =>
    expect(tidyEntry({ ...digital, issuedOn }).issuedOn).toBe(day),
  )

  it.each([
    ['￥1,234.50', '1234.50'],
    ['¥ 1，234.50 元', '1234.50'],
    ['１０．７０', '10.70'],
    ['−10.70', '-10.70'],
    ['abc', 'abc'],
  ])('may have the amount as %s', (amount, tidy) =>
    expect(tidyEntry({ ...digital, amount }).amount).toBe(tidy),
  )

  it('may have numbers in groups and full width', () =>
    expect(
      tidyEntry({
        ...ordinary,
        code: '０１１００１７００１１２',
        number: '1011 3872',
        checkCode: '74-0560 ',
      }),
    ).toEqual(ordinary))

  it('drops what was typed for another kind', () =>
    expect(askedEntry({ ...digital, code: '011001700112', checkCode: '740560' })).toEqual(digital))

  it('says its faults in both languages, for every kind', () => {
    const bad: InvoiceEntry = {
      kind: '',
      code: '1',
      number: '1',
      issuedOn: '2027-01-01',
      amount: 'x',
      checkCode: 'y',
    }
    const all = ['', 'x', ...invoiceKinds.map(({ kind }) => kind)].flatMap((kind) => [
      ...entryFaults({ ...bad, kind }, today),
      ...entryFaults({ ...empty, kind }, today),
      ...entryFaults({ ...bad, kind, number: 'z', issuedOn: 'z' }, today),
    ])
    expect(new Set(all.map(({ problem }) => problem)).size).toBe(7)
    for (const { words } of all) expect(saysBoth(words)).toBe(true)
  })
})
