/** What is asked for each kind of invoice, and what each answer means. */
import { electronic, KINDS, openBench, ordinary, special, TODAY, type Bench } from './bench'

let bench: Bench
beforeEach(async () => {
  bench = await openBench()
})
afterEach(() => bench.close())

describe('questions', () => {
  it.each(KINDS)('%s is asked for with what its kind wants, and matches', async (_, sample, sent) => {
    expect(await bench.verify(sample)).toMatchObject({ outcome: 'match', state: 'normal' })
    const { code, number, issuedOn } = sample.question
    expect(bench.server.asked).toEqual([
      {
        InvoiceNo: number,
        InvoiceDate: issuedOn,
        ...(code === '' ? {} : { InvoiceCode: code }),
        ...sent,
        EnableTodayInvoice: true,
      },
    ])
  })
  it('a red-letter invoice is asked for by its negative amount', async () => {
    const issued = { ...electronic.issued, total: '-10.70', net: '-10.50' }
    const answer = await bench.verify({ ...electronic, issued }, { amount: -1070 })
    expect(answer).toMatchObject({ outcome: 'match', state: 'red', details: { total: -1070 } })
    expect(bench.server.asked).toMatchObject([{ Amount: '-10.70' }])
  })
  it('a 数电普票 on paper without a check code is asked for by the end of its number', async () => {
    await bench.verify(electronic, { kind: '86', amountOf: 'net' })
    expect(bench.server.asked).toMatchObject([{ CheckCode: '586818' }])
  })
  it.each([
    ['a kind with a code that nobody knows', { ...special.question, kind: '99' }],
    [
      'such a kind with a code and a long number',
      { ...special.question, kind: '99', number: '26512000000375586818', amountOf: 'total' as const },
    ],
    ['customs papers', { ...special.question, kind: '17', number: '0123456789012345678901', code: '' }],
    ['a 专票 by its total', { ...special.question, amountOf: 'total' as const }],
    ['a 数电票 by its net amount', { ...electronic.question, amountOf: 'net' as const }],
    ['a 普票 without a check code', { ...ordinary.question, checkCode: '' }],
    ['one of five years and a day ago', { ...electronic.question, issuedOn: '2021-11-23' }],
    [
      'one of a leap day, five years and a day later',
      { ...electronic.question, issuedOn: '2024-02-29', on: '2029-03-01' },
    ],
  ])('%s is not covered, and nothing is sent', async (_, question) => {
    expect(await bench.verify({ ...electronic, question })).toEqual({ outcome: 'notCovered' })
    expect(bench.server.asked).toEqual([])
  })
  it('one of five years ago to the day is asked for', async () => {
    const sample = {
      question: { ...electronic.question, issuedOn: '2021-11-24' },
      issued: { ...electronic.issued, date: '2021-11-24' },
    }
    expect(await bench.verify(sample)).toMatchObject({ outcome: 'match' })
  })
  it('one of today is asked for, one of tomorrow is not there yet', async () => {
    const today = {
      question: { ...electronic.question, issuedOn: TODAY },
      issued: { ...electronic.issued, date: TODAY },
    }
    expect(await bench.verify(today)).toMatchObject({ outcome: 'match' })
    expect(await bench.verify(today, { issuedOn: '2026-11-25' })).toEqual({ outcome: 'notFound' })
    expect(bench.server.asked).toHaveLength(1)
  })
})

describe('what differs', () => {
  it.each([
    ['the date', electronic, { issuedOn: '2026-11-19' }],
    ['the total of a 数电票', electronic, { amount: 1071 }],
    ['a 数电票’s kind', electronic, { kind: '31' }],
    ['a 专票’s amount', special, { amount: 49_891 }],
    ['the last digits of a check code', ordinary, { checkCode: '17602940807063740561' }],
  ] as const)('%s: the service says that it does not agree', async (_, sample, change) => {
    expect(await bench.verify(sample, change)).toEqual({ outcome: 'mismatch' })
    expect(bench.server.refused).toEqual(['FailedOperation.InvoiceMismatch'])
  })
  it.each([
    ['a 普票’s amount, which is not sent', ordinary, { amount: 49_891 }, {}],
    ['a 普票’s total, which is not sent', ordinary, { amountOf: 'total', amount: 52_884 }, {}],
    ['the other digits of a check code', ordinary, { checkCode: '07602940807063740560' }, {}],
    ['a kind that the service lets pass', electronic, {}, { Type: '0920' }],
    ['a kind, by the type of 数电票 alone', electronic, {}, { Type: '09', ElectronicType: '01' }],
  ] as const)('%s: seen in the answer', async (_, { question, issued }, change, more) => {
    expect(await bench.verify({ question, issued: { ...issued, more } }, change)).toEqual({
      outcome: 'mismatch',
    })
    expect(bench.server.refused).toEqual([])
  })
  it.each([
    ['14', ordinary, { Type: '10' }],
    ['59', electronic, { Type: '0910', ElectronicType: '02' }],
    ['32', electronic, { Type: '09', ElectronicType: '02' }],
    ['10', ordinary, { Type: '10', ElectronicType: '01' }],
  ] as const)(
    'a type that may mean %s as well is no difference',
    async (kind, { question, issued }, more) => {
      const sample = {
        question: { ...question, kind },
        issued: { ...issued, kind: kind === '14' ? '14' : '10', more },
      }
      expect(await bench.verify(sample)).toMatchObject({ outcome: 'match' })
    },
  )
  it('a 普票’s total is compared with the total', async () => {
    expect(await bench.verify(ordinary, { amountOf: 'total', amount: 52_883 })).toMatchObject({
      outcome: 'match',
    })
  })
  it.each([
    ['an amount that is not told', { AmountWithoutTax: '' }, 'HalfAnswer'],
    ['an amount that reads as none', { AmountWithoutTax: '4.9890e2' }, 'HalfAnswer'],
    ['another number', { Number: '04138865' }, 'OtherInvoice'],
    ['no number', { Number: null }, 'OtherInvoice'],
    ['another code', { Code: '011001700113' }, 'OtherInvoice'],
    ['another day', { Date: '2026年10月17日' }, undefined],
    ['another day, readable', { Date: '20261017' }, 'OtherInvoice'],
    ['a state not known here', { IsAbandoned: 'X' }, 'OtherState'],
    ['no state', { IsAbandoned: '' }, 'OtherState'],
    ['a state named as what every object has', { IsAbandoned: 'toString' }, 'OtherState'],
  ])('%s in the answer is no answer', async (_, more, why) => {
    const issued = { ...ordinary.issued, more }
    expect(await bench.verify({ ...ordinary, issued })).toMatchObject(
      why === undefined ? { outcome: 'match' } : { outcome: 'unreachable', why },
    )
  })
})

describe('states', () => {
  it.each([
    ['N', 'normal'],
    ['Y', 'void'],
    ['H', 'red'],
    ['HP', 'red'],
    ['HF', 'red'],
  ])('%s is %s', async (abandoned, state) => {
    const issued = { ...electronic.issued, abandoned }
    expect(await bench.verify({ ...electronic, issued })).toMatchObject({ outcome: 'match', state })
  })
  it('one that is marked as a red-letter invoice is red; one that is void too is void', async () => {
    const marked = { ...electronic.issued, more: { RedLetterInvoiceMark: true } }
    expect(await bench.verify({ ...electronic, issued: marked })).toMatchObject({ state: 'red' })
    expect(await bench.verify({ ...electronic, issued: { ...marked, abandoned: 'Y' } })).toMatchObject({
      state: 'void',
    })
  })
  it('one that was voided unused has no amounts, and is void', async () => {
    const issued = { ...ordinary.issued, abandoned: 'Y', net: '', total: '' }
    expect(await bench.verify({ ...ordinary, issued })).toMatchObject({ outcome: 'match', state: 'void' })
  })
  it.each([
    ['ElectronicTrainTicket', '0', { outcome: 'match', state: 'normal' }],
    ['ElectronicTrainTicket', '1', { outcome: 'unreachable', why: 'OtherState' }],
    ['ElectronicTrainTicket', '2', { outcome: 'match', state: 'void' }],
    ['ElectronicAirTransport', '3', { outcome: 'match', state: 'red' }],
  ])('a ticket’s own state counts: %s %s', async (name, StateCode, expected) => {
    const issued = { ...electronic.issued, type: '83', beside: { [name]: { StateCode } } }
    expect(await bench.verify({ ...electronic, issued }, { kind: '51' })).toMatchObject(expected)
  })
})

describe('details', () => {
  it('tell what the answer tells, in our terms', async () => {
    const issued = {
      ...special.issued,
      seller: ' 成都某某餐饮有限公司 ',
      sellerTaxCode: '91510100MA6CAAAA0N',
      buyer: '李雷',
      goods: ['*餐饮服务*餐费', '', ...'二三四五六'],
      more: {
        Date: '2026-10-16 18:30:15',
        BuyerTaxCode: '510100199001011234',
        IssuingTypeMark: 2,
        FieldToCome: {},
      },
    }
    expect(await bench.verify({ ...special, issued })).toEqual({
      outcome: 'match',
      state: 'normal',
      details: {
        total: 52_883,
        sellerName: '成都某某餐饮有限公司',
        sellerTaxNumber: '91510100MA6CAAAA0N',
        buyerName: '李雷',
        buyerTaxNumber: '510100199001011234',
        sellerRegion: null,
        industry: null,
        byProxy: true,
        issuedAt: Date.parse('2026-10-16T18:30:15+08:00'),
        goods: ['*餐饮服务*餐费', '二', '三', '四', '五'],
      },
    })
  })
  it.each([
    ['the seller’s', {}, '440788'],
    ['that of whom it was issued for', { SellerAgentTaxID: '510100190918874' }, '510100'],
  ])('the division is %s', async (_, more, sellerRegion) => {
    const issued = { ...special.issued, sellerTaxCode: '440788190918874', more }
    expect(await bench.verify({ ...special, issued })).toMatchObject({ details: { sellerRegion } })
  })
  it('are null where nothing is told', async () => {
    const issued = { ...special.issued, total: '0.00', seller: '', more: { Items: null } }
    expect(await bench.verify({ ...special, issued })).toMatchObject({
      details: {
        total: null,
        sellerName: null,
        sellerTaxNumber: null,
        buyerName: null,
        buyerTaxNumber: null,
        sellerRegion: null,
        byProxy: null,
        issuedAt: null,
        goods: [],
      },
    })
  })
  it('the total of a 数电票 is what was asked and agreed', async () => {
    const issued = { ...electronic.issued, more: { AmountWithTax: '' } }
    expect(await bench.verify({ ...electronic, issued })).toMatchObject({ details: { total: 1070 } })
  })
  it.each([
    [0, true],
    [1, false],
    [2, true],
    [3, null],
    [4, null],
  ])('IssuingTypeMark %i: by proxy %s', async (IssuingTypeMark, byProxy) => {
    const issued = { ...electronic.issued, more: { IssuingTypeMark } }
    expect(await bench.verify({ ...electronic, issued })).toMatchObject({ details: { byProxy } })
  })
})

it('one that was never issued is not found', async () => {
  expect(await bench.verify(electronic, { number: '26512000000375586819' })).toEqual({ outcome: 'notFound' })
})

it('the sixth question of a day is too many, and the next day starts anew', async () => {
  const answers = []
  for (let times = 1; times <= 6; times += 1) answers.push((await bench.verify(electronic)).outcome)
  expect(answers).toEqual(['match', 'match', 'match', 'match', 'match', 'tooMany'])
  bench.time.now += 86_400_000
  expect(await bench.verify(electronic)).toMatchObject({ outcome: 'match' })
})
